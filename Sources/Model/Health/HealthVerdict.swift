/// How everything that is watched fares.
package struct HealthVerdict: Sendable, Hashable {
  package let state: HealthState
  /// Of what concerns no single broker.
  package let causes: [HealthCause]
  /// Sorted by cluster and name.
  package let brokers: [BrokerHealth]

  package init(state: HealthState, causes: [HealthCause], brokers: [BrokerHealth]) {
    self.state = state
    self.causes = causes
    self.brokers = brokers
  }
}
