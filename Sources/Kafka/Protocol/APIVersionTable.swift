/// The versions that one broker speaks, as it said on one connection.
///
/// Never shared between brokers: in a rolling upgrade each has its own.
package struct APIVersionTable: Sendable, Equatable {
  private let ranges: [Int16: ClosedRange<Int16>]

  package init(_ response: ApiVersionsResponse) {
    var ranges: [Int16: ClosedRange<Int16>] = [:]
    for supported in response.apiKeys where supported.minVersion <= supported.maxVersion {
      ranges[supported.apiKey] = supported.minVersion...supported.maxVersion
    }
    self.ranges = ranges
  }

  package func range(of key: APIKey) -> ClosedRange<Int16>? { ranges[key.rawValue] }

  /// The version to use: the newest that both sides speak; `nil` where there is none, and only what needs this API is then missing.
  package func version(of api: KafkaAPI) -> Int16? {
    guard let theirs = range(of: api.key) else { return nil }
    let newest = min(api.versions.upperBound, theirs.upperBound)
    return newest >= max(api.versions.lowerBound, theirs.lowerBound) ? newest : nil
  }
}
