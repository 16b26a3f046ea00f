/// The versions of one API that are spoken here.
package struct KafkaAPI: Sendable, Hashable {
  package let key: APIKey
  /// Those in which our client asks.
  package let versions: ClosedRange<Int16>
  /// Those that can be read and written: other people's clients, whom the Simulation answers, ask in older ones too.
  package let codedVersions: ClosedRange<Int16>
  /// The first version with compact lengths and tagged fields; an API can have none.
  package let firstFlexible: Int16?

  package init(
    _ key: APIKey, versions: ClosedRange<Int16>, codedFrom oldest: Int16? = nil,
    flexibleFrom firstFlexible: Int16?
  ) {
    self.key = key
    self.versions = versions
    codedVersions = min(oldest ?? versions.lowerBound, versions.lowerBound)...versions.upperBound
    self.firstFlexible = firstFlexible
  }

  package func isFlexible(_ version: Int16) -> Bool {
    if let firstFlexible { version >= firstFlexible } else { false }
  }

  /// Whether the reply's header ends with tagged fields. ApiVersions' never does: its reader may not know the version yet.
  package func hasFlexibleResponseHeader(_ version: Int16) -> Bool {
    isFlexible(version) && key != .apiVersions
  }
}
