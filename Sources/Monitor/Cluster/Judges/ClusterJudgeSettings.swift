/// What a configuration says about judging one cluster.
package struct ClusterJudgeSettings: Sendable, Hashable {
  package var expectedBrokers: Int?
  package var granularity = SeriesBudgetJudge.Wish.automatic
  package var seriesBudget = 200_000
  /// Series that the page has per partition and per lag at the finest.
  package var seriesPerPartition = 6
  package var seriesPerLag = 3
  /// Over how long a group's progress is judged.
  package var progressWindow = Duration.seconds(300)

  package init() {}
}
