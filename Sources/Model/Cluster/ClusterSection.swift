/// One cluster: what was read of it, and what was made of that.
package struct ClusterSection: Sendable, Hashable {
  /// The `cluster` label.
  package let name: String
  package let reading: ClusterReading
  package let verdict: ClusterVerdict

  package init(name: String, reading: ClusterReading, verdict: ClusterVerdict) {
    self.name = name
    self.reading = reading
    self.verdict = verdict
  }
}
