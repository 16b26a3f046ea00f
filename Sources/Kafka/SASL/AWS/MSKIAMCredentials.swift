package import Model

/// Shows brokers of Amazon MSK an access key (AWS_MSK_IAM), signed anew for every connection.
package struct MSKIAMCredentials: SASLCredentialSource {
  private let keys: AWSKeySource
  private let region: String?
  private let time: any TimeSource

  package var mechanism: SASLMechanism { .awsMSKIAM }

  /// Without a region, the brokers' names tell it, or else the environment that the key comes from.
  package init(_ keys: AWSKeySource, region: String? = nil, time: any TimeSource = SystemTime()) {
    self.keys = keys
    self.region = region
    self.time = time
  }

  package func client(for host: String) async throws(SASLError) -> any SASLClient {
    guard let region = region ?? AWSRegion.region(ofBroker: host) ?? environmentRegion else {
      throw .unusableCredential(
        "the name \(host) does not tell which AWS region to sign for, so it must be configured")
    }
    return MSKIAMClient(try keys.key(), host: host, region: region, at: time.now().wall)
  }

  private var environmentRegion: String? {
    guard case .environment(let variable) = keys else { return nil }
    return ["AWS_REGION", "AWS_DEFAULT_REGION"].lazy.compactMap(variable).first { !$0.isEmpty }
  }
}
