import Kafka
import Settings
import Systemd
import Transport

extension SASLConfiguration {
  /// Who to be, with what it takes to get tokens.
  func credentials(_ client: HTTPClient, on loop: EventLoop) -> (any SASLCredentialSource)? {
    switch mechanism {
    case .plain: passwordCredentials(.plain)
    case .scramSHA256: passwordCredentials(.scramSHA256)
    case .scramSHA512: passwordCredentials(.scramSHA512)
    case .oauthBearer:
      oauth?.tokens(client, on: loop).map { BearerCredentials($0, extensions: oauth?.extensions ?? [:]) }
    case .awsMSKIAM: MSKIAMCredentials((aws ?? AWSConfiguration()).keys, region: aws?.region)
    }
  }

  private func passwordCredentials(_ way: PasswordMechanism) -> SASLCredentials? {
    guard let username, let password else { return nil }
    return SASLCredentials(way, user: username, password: password.revealed)
  }
}

extension OAuthConfiguration {
  fileprivate func tokens(_ client: HTTPClient, on loop: EventLoop) -> (any TokenSource)? {
    if let tokenFile { return TokenFile(path: tokenFile.resolved) }
    guard let tokenURL, let clientID, let clientSecret else { return nil }
    let endpoint = TokenEndpoint(
      url: tokenURL, clientID: clientID, clientSecret: clientSecret.revealed, scope: scope,
      tls: TLSSettings(authorityFile: caFile?.resolved))
    return SharedToken(endpoint, client: client, on: loop)
  }
}

extension AWSConfiguration {
  fileprivate var keys: AWSKeySource {
    if let accessKeyID, let secretAccessKey {
      return .fixed(
        AWSAccessKey(
          id: accessKeyID, secret: secretAccessKey.revealed, sessionToken: sessionToken?.revealed))
    }
    guard let profile else { return .environment(ProcessEnvironment.value(of:)) }
    return .environment { name in
      switch name {
      case "AWS_PROFILE": profile
      // Whoever names a profile does not mean the key beside it.
      case "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN": nil
      default: ProcessEnvironment.value(of: name)
      }
    }
  }
}
