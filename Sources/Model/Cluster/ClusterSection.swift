/// One cluster: what was read of it, and what was made of that.
package struct ClusterSection: Sendable, Hashable {
  /// The `cluster` label.
  package let name: String
  package var reading: ClusterReading
  package var verdict: ClusterVerdict
  /// How long each broker took to answer the probe, over all cycles.
  package var probes: [NodeID: Histogram] = [:]
  /// Sorted by broker and listener.
  package var certificates: [ListenerCertificate] = []
  /// Which APIs each broker offers in a version that we speak, by Kafka's name of the API.
  package var apiSupport: [NodeID: [String: Bool]] = [:]
  /// Sorted by part and reason.
  package var unread: [UnreadPart] = []
  /// Who consumes which partition is shown too.
  package var showsAssignments = false
  package var canary: [NodeID: CanaryReading] = [:]
  package let readAt: Moment
  /// After this age the section is no longer believed.
  package let staleAfter: Duration

  package init(
    name: String, reading: ClusterReading, verdict: ClusterVerdict, readAt: Moment, staleAfter: Duration
  ) {
    self.name = name
    self.reading = reading
    self.verdict = verdict
    self.readAt = readAt
    self.staleAfter = staleAfter
  }

  package func isFresh(at now: Moment) -> Bool {
    now.age(of: readAt) <= staleAfter
  }
}
