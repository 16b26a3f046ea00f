/// Whether a partition lacks copies.
package enum UnderReplicationJudge {
  /// Metadata lists replicas that a reassignment is still filling among the others; they are not missing yet.
  package static func isUnderReplicated(replicas: Int, inSync: Int, adding: Int) -> Bool {
    inSync < replicas - adding
  }
}
