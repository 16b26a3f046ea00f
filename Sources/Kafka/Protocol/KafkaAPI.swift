/// The versions of one API that this client speaks.
package struct KafkaAPI: Sendable, Hashable {
  package let key: APIKey
  package let versions: ClosedRange<Int16>
  /// The first version with compact lengths and tagged fields; an API can have none.
  package let firstFlexible: Int16?

  package init(_ key: APIKey, versions: ClosedRange<Int16>, flexibleFrom firstFlexible: Int16?) {
    self.key = key
    self.versions = versions
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
