/// How the metadata quorum answered when it was asked who leads it.
package enum QuorumAnswer: Sendable, Hashable {
  case described(QuorumReading)
  case noLeader
  /// A broker that answers other requests in time did not answer this one: it waits for a controller itself.
  case late
}
