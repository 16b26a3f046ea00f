import Systemd

/// Where an access key comes from, asked for every connection: keys that were lent are replaced while we run.
package enum AWSKeySource: Sendable {
  case fixed(AWSAccessKey)
  /// In the form of `~/.aws/credentials`.
  case file(path: String, profile: String)
  /// As AWS' own tools look for it: variables, and then a file that they or the user's home lead to.
  case environment(@Sendable (_ variable: String) -> String?)

  private static let fileLimit = 1 << 20

  func key() throws(SASLError) -> AWSAccessKey {
    switch self {
    case .fixed(let key): return key
    case .file(let path, let profile): return try Self.read(path, profile)
    case .environment(let variable):
      let value = { (name: String) in variable(name).flatMap { $0.isEmpty ? nil : $0 } }
      if let id = value("AWS_ACCESS_KEY_ID"), let secret = value("AWS_SECRET_ACCESS_KEY") {
        return AWSAccessKey(id: id, secret: secret, sessionToken: value("AWS_SESSION_TOKEN"))
      }
      let home = value("HOME").map { "\($0)/.aws/credentials" }
      guard let path = value("AWS_SHARED_CREDENTIALS_FILE") ?? home else {
        throw .unavailable("there is no AWS access key in the environment", advice: Self.advice)
      }
      return try Self.read(path, value("AWS_PROFILE") ?? "default")
    }
  }

  private static let advice =
    "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, name a credentials file, or configure the key."

  private static func read(_ path: String, _ profile: String) throws(SASLError) -> AWSAccessKey {
    let bytes: [UInt8]
    do throws(SmallFile.Failure) {
      bytes = try SmallFile.read(path, limit: fileLimit)
    } catch {
      throw .unavailable("there is no AWS access key: \(error)", advice: advice)
    }
    guard let key = AWSCredentialsFile.key(of: profile, in: String(decoding: bytes, as: UTF8.self)) else {
      throw .unavailable(
        "\(path) has no aws_access_key_id and aws_secret_access_key under [\(profile)]", advice: advice)
    }
    return key
  }
}
