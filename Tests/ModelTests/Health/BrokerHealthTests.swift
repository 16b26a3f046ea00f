import Testing

@testable import Model

@Suite struct BrokerHealthTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    var evidence = BrokerEvidence(name: "1")
    let state: HealthState
    var causes: [HealthCause.Kind] = []

    init(
      _ testDescription: String, _ state: HealthState, _ causes: [HealthCause.Kind] = [],
      _ change: (inout BrokerEvidence) -> Void = { _ in }
    ) {
      self.testDescription = testDescription
      self.state = state
      self.causes = causes
      change(&evidence)
    }
  }

  private static let cases: [Case] = [
    Case("nothing is known", .unknown),
    Case("it answers", .healthy) { $0.answers = true },
    Case("its process runs, and nobody can ask it", .healthy) { $0.process = .init(isUp: true) },
    Case("its process is gone", .down, [.processGone]) { $0.process = .init(isUp: false) },
    Case("silent for no reason", .down, [.brokerSilent]) {
      $0.answers = false
      $0.process = .init(isUp: true, age: .seconds(3600))
    },
    Case("silent, and nothing else is known", .down, [.brokerSilent]) { $0.answers = false },
    Case("silent just after its start", .starting, [.processStarting]) {
      $0.answers = false
      $0.process = .init(isUp: true, age: .seconds(20))
    },
    Case("fenced just after its start", .starting, [.processStarting]) {
      ($0.answers, $0.isFenced) = (true, true)
      $0.process = .init(isUp: true, age: .seconds(20))
    },
    Case("fenced while it should serve", .down, [.brokerFenced]) { ($0.answers, $0.isFenced) = (true, true) },
    Case("silent while its unit starts", .starting, [.unitStarting, .brokerSilent]) {
      ($0.answers, $0.unit) = (false, "activating")
    },
    Case("its unit failed", .down, [.unitFailed]) { $0.unit = "failed" },
    Case("its unit stops", .down, [.unitStopping]) { ($0.unit, $0.answers) = ("deactivating", true) },
    Case("its unit is off, and was never seen on", .unknown, [.unitInactive]) { $0.unit = "inactive" },
    Case("its unit is off, and it runs otherwise", .degraded, [.unitInactive]) {
      ($0.unit, $0.answers) = ("inactive", true)
    },
    Case("its container ended", .down, [.containerStopped]) { $0.container = .init(state: "exited") },
    Case("its container is paused", .down, [.containerPaused]) { $0.container = .init(state: "paused") },
    Case("its container ends and starts", .down, [.containerRestarting]) {
      $0.container = .init(state: "restarting")
    },
    Case("its check fails while it answers", .degraded, [.containerUnhealthy]) {
      $0.container = .init(state: "running", health: "unhealthy")
      $0.answers = true
    },
    Case("its check has not passed yet", .starting, [.containerStarting]) {
      $0.container = .init(state: "running", health: "starting")
    },
    Case("its check has not passed, and it answers", .healthy) {
      $0.container = .init(state: "running", health: "starting")
      $0.answers = true
    },
    Case("too few replicas", .degraded, [.underMinimumInSync, .underReplicated]) {
      ($0.answers, $0.underReplicated, $0.underMinimum) = (true, 3, 1)
    },
    Case("no trouble with replicas", .healthy) {
      ($0.answers, $0.underReplicated, $0.underMinimum) = (true, 0, 0)
    },
    Case("a log directory offline", .degraded, [.logDirectoryOffline]) {
      ($0.answers, $0.offlineLogDirectories) = (true, 1)
    },
    Case("a disk nearly full", .degraded, [.dataDirectoryFull]) {
      $0.answers = true
      $0.directories = [.init(path: "/data", freeShare: 0.09), .init(path: "/b", freeShare: 0.5)]
    },
    Case("a directory that cannot be read", .degraded, [.dataDirectoryUnreadable]) {
      $0.answers = true
      $0.directories = [.init(path: "/data", freeShare: nil, isReadable: false)]
    },
    Case("everything is too old", .unknown, [.readingLate]) { $0.late = ["its cluster"] },
    Case("its cluster is too old, its process is not", .healthy, [.readingLate]) {
      $0.late = ["its cluster"]
      $0.process = .init(isUp: true, age: .seconds(3600))
    },
    Case("somebody works on it", .maintenance, [.processGone]) {
      $0.isInMaintenance = true
      $0.process = .init(isUp: false)
    },
    Case("the gravest comes first", .down, [.containerStopped, .underReplicated]) {
      $0.underReplicated = 2
      $0.container = .init(state: "dead")
    },
  ]

  @Test(arguments: cases) func `a broker is judged by what is known of it`(example: Case) {
    let health = BrokerHealthJudge.judge(example.evidence)
    #expect(health.state == example.state)
    #expect(health.causes.map(\.kind) == example.causes)
  }
}
