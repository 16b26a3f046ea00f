import Model

@testable import Monitor

/// A judge of a whole cluster, given one reading after the other at the times that a test wants.
struct JudgeRun {
  var judge: ClusterJudge
  private(set) var seconds = 0.0
  private let start = Moment(wall: Timestamp(seconds: 1_700_000_000), uptime: .seconds(5000))

  init(_ settings: ClusterJudgeSettings = ClusterJudgeSettings(), archive: OffsetArchive? = nil) {
    judge = ClusterJudge(settings, archive: archive)
  }

  var moment: Moment {
    Moment(
      wall: Timestamp(nanoseconds: start.wall.nanoseconds + Int64(seconds * 1e9)),
      uptime: start.uptime + .nanoseconds(Int64(seconds * 1e9)))
  }

  /// Ten seconds after the one before, unless told otherwise.
  @discardableResult
  mutating func callAsFunction(
    _ cluster: ClusterBuilder, after elapsed: Double = 10, hints: StatusHints = StatusHints()
  ) -> ClusterVerdict {
    seconds += elapsed
    return judge.judge(cluster.built, at: moment, hints: hints)
  }
}
