package import Model

/// How a partition stands to `min.insync.replicas`.
package enum MinimumInSyncJudge {
  /// Nothing where the setting is unknown: a guess would page somebody or nobody.
  package static func judge(inSync: Int, minimum: Int?) -> PartitionTroubles {
    guard let minimum else { return PartitionTroubles() }
    if inSync < minimum { return .underMinimum }
    return inSync == minimum ? .atMinimum : PartitionTroubles()
  }
}
