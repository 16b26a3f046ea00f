/// How one broker fares, and why.
package struct BrokerHealth: Sendable, Hashable {
  package let name: String
  /// The label `cluster`, where a cluster is watched that it belongs to.
  package let cluster: String?
  package let state: HealthState
  /// The gravest first; also of a broker in maintenance.
  package let causes: [HealthCause]

  package init(name: String, cluster: String? = nil, state: HealthState, causes: [HealthCause]) {
    self.name = name
    self.cluster = cluster
    self.state = state
    self.causes = causes
  }
}
