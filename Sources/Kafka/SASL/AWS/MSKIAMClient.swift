import Model

/// Amazon's own mechanism: a signed request that nobody sends, whose parts the broker puts together and checks.
struct MSKIAMClient: SASLClient {
  private static let action = "kafka-cluster:Connect"
  private static let secondsValid = 900

  private let key: AWSAccessKey
  private let host: String
  private let region: String
  private let time: Timestamp

  init(_ key: AWSAccessKey, host: String, region: String, at time: Timestamp) {
    self.key = key
    self.host = host
    self.region = region
    self.time = time
  }

  func start() throws(SASLError) -> [UInt8] {
    let signature = AWSSignature(key, region: region, service: "kafka-cluster", at: time)
    var query = signature.parameters(validFor: Self.secondsValid)
    query["Action"] = Self.action
    var members = Dictionary(query.map { ($0.key.lowercased(), $0.value) }) { first, _ in first }
    members["x-amz-signature"] = try signature.signature(host: host, query)
    members["version"] = "2020_10_22"
    members["host"] = host
    members["user-agent"] = "brokerwatch"
    let texts = members.sorted { $0.key < $1.key }.map { name, value in
      "\(JSONValue.quoted(name)):\(JSONValue.quoted(value))"
    }
    return Array("{\(texts.joined(separator: ","))}".utf8)
  }

  /// A broker that is content tells the number by which Amazon's support could find the request: nothing to answer.
  func answer(_ challenge: [UInt8]) -> [UInt8]? {
    nil
  }
}
