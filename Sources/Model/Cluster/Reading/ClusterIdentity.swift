/// Which cluster it is and what it runs on.
package struct ClusterIdentity: Sendable, Hashable {
  package var id: String?
  package var kind: ClusterKind?
  package var version: String?
  /// Whether a leader may come from the eligible leader replicas (KIP-966), which metadata does not list.
  package var electsEligibleReplicas: Bool?

  package init(
    id: String? = nil, kind: ClusterKind? = nil, version: String? = nil, electsEligibleReplicas: Bool? = nil
  ) {
    self.id = id
    self.kind = kind
    self.version = version
    self.electsEligibleReplicas = electsEligibleReplicas
  }
}
