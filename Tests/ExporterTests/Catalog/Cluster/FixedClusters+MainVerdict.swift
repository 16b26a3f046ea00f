import Model

extension FixedClusters {
  static var mainVerdict: ClusterVerdict {
    var verdict = ClusterVerdict()
    verdict.isFrozen = false
    verdict.expectedBrokers = ExpectedBrokers(source: .registered, count: 3, brokers: [1, 2, 3])
    (verdict.liveBrokers, verdict.controller, verdict.controllerChanges) = (2, 100, 5)
    verdict.brokers = brokers
    verdict.troubles = [
      .atMinimum, [.atMinimum, .reassigning, .hangingTransaction],
      [.underReplicated, .underMinimum, .hot], .offline, [],
    ]
    (verdict.offline, verdict.unavailable, verdict.reassigning) = (1, 0, 1)
    (verdict.singleReplicaTopics, verdict.singleRackTopics) = (1, nil)
    (verdict.openTransactions, verdict.hangingTransactions) = (2, 1)
    verdict.messagesIn = [
      TrafficCount(topic: 1, broker: 1, records: 1000), TrafficCount(topic: 1, broker: 2, records: 2000),
      TrafficCount(topic: 2, broker: 2, records: 0),
    ]
    verdict.messagesOut = [TrafficCount(topic: 1, broker: 1, records: .max)]
    judgeGroups(&verdict)
    verdict.budget = SeriesBudget(granularity: .partition, wanted: 45, limit: 200_000, fellBack: false)
    return verdict
  }

  private static var brokers: [BrokerVerdict] {
    var (first, second, third) = (BrokerVerdict(id: 1), BrokerVerdict(id: 2), BrokerVerdict(id: 3))
    (first.leaders, first.replicas) = (2, 4)
    (first.underReplicated, first.underMinimum, first.atMinimum, first.notPreferred) = (0, 0, 2, 0)
    (first.changes.shrinks, first.changes.expands) = (3, 2)
    (second.leaders, second.replicas) = (2, 4)
    (second.underReplicated, second.underMinimum, second.atMinimum, second.notPreferred) = (1, 1, 0, 0)
    (second.changes.leaderChanges, second.changes.uncleanElections) = (4, 1)
    (third.leaders, third.replicas) = (0, 2)
    (third.underReplicated, third.underMinimum, third.atMinimum, third.notPreferred) = (0, 0, 0, 0)
    return [first, second, third]
  }

  private static func judgeGroups(_ verdict: inout ClusterVerdict) {
    verdict.lags = LagTable(unknown: 5)
    verdict.lags.lags = KnownColumn([100, 0, nil, 0, 7])
    verdict.lags.ages = KnownColumn([1205, 0, nil, 0, nil])
    verdict.lags.marks = [[], [], [], .ahead, []]
    var billing = GroupVerdict()
    (billing.status, billing.causes) = (.stalled, [.leaderlessPartition, .diskFull])
    (billing.members, billing.emptyMembers, billing.rebalances, billing.topics) = (2, 1, 6, 0..<2)
    var next = GroupVerdict()
    (next.members, next.emptyMembers) = (0, 0)
    var queue = GroupVerdict()
    (queue.status, queue.topics) = (.ok, 2..<3)
    verdict.groups = [billing, next, queue, GroupVerdict()]
    var orders = GroupTopicVerdict(topic: 1)
    (orders.lag, orders.lagSeconds, orders.unknown) = (100, 120.5, 1)
    (orders.consumed, orders.lost) = (3000, 12)
    var recreated = GroupTopicVerdict(topic: 2)
    (recreated.lag, recreated.lagSeconds, recreated.ahead) = (0, 0, 1)
    recreated.lastCommit = Timestamp(nanoseconds: 1_699_999_990_500_000_000)
    var shared = GroupTopicVerdict(topic: 2)
    (shared.lag, shared.lagVelocity, shared.secondsToDrain, shared.retentionShare) = (7, -0.25, 28, 0.125)
    shared.withoutCommit = 2
    verdict.groupTopics = [orders, recreated, shared]
  }
}
