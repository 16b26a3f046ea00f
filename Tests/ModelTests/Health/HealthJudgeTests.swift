import Testing

@testable import Model

@Suite struct HealthJudgeTests {
  private func broker(_ name: String, _ state: HealthState) -> BrokerEvidence {
    var evidence = BrokerEvidence(name: name)
    switch state {
    case .healthy: evidence.answers = true
    case .down: evidence.answers = false
    case .degraded: (evidence.answers, evidence.underReplicated) = (true, 1)
    case .starting: evidence.unit = "activating"
    case .maintenance: evidence.isInMaintenance = true
    case .unknown: break
    }
    return evidence
  }

  @Test(
    arguments: [
      ([], .unknown), ([.healthy], .healthy), ([.down], .down), ([.down, .down], .down),
      ([.healthy, .down], .degraded), ([.healthy, .degraded], .degraded), ([.healthy, .starting], .starting),
      ([.healthy, .unknown], .unknown), ([.maintenance], .maintenance), ([.maintenance, .healthy], .healthy),
      ([.maintenance, .down], .down), ([.starting, .down], .degraded), ([.starting], .starting),
    ] as [([HealthState], HealthState)])
  func `all together are judged by their states`(states: [HealthState], all: HealthState) {
    let evidence = states.enumerated().map { broker("\($0.offset)", $0.element) }
    #expect(HealthJudge.judge(evidence, []).state == all)
  }

  @Test func `a cluster's own troubles concern everybody`() {
    for change in [
      { $0.isFrozen = true }, { $0.offlinePartitions = 1 }, { $0.unavailablePartitions = 1 },
      { $0.missingBrokers = 1 },
    ] as [(inout ClusterEvidence) -> Void] {
      var cluster = ClusterEvidence(name: "main")
      change(&cluster)
      let verdict = HealthJudge.judge([broker("1", .healthy)], [cluster])
      #expect(verdict.state == .degraded && verdict.causes.count == 1)
    }
    var late = ClusterEvidence(name: "main")
    late.isLate = true
    #expect(HealthJudge.judge([broker("1", .healthy)], [late]).state == .unknown)
  }

  @Test func `who is down is named`() {
    let verdict = HealthJudge.judge((1...7).map { broker("\($0)", .down) } + [broker("8", .healthy)], [])
    #expect(verdict.causes.map(\.text) == ["7 of 8 brokers are down: 1, 2, 3, 4, 5 and 2 more."])
    #expect(HealthJudge.judge([], []).causes.map(\.kind) == [.nothingFound])
  }
}
