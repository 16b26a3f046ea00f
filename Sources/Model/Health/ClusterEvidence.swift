/// What is known of a cluster that matters for everybody's health; nil is not known.
package struct ClusterEvidence: Sendable, Hashable {
  package let name: String
  package var isLate = false
  package var isFrozen = false
  package var offlinePartitions: Int?
  package var unavailablePartitions: Int?
  package var missingBrokers = 0

  package init(name: String) {
    self.name = name
  }
}
