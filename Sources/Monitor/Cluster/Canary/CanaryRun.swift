import Kafka
import Model

/// Sends a record through each broker and reads it back, again and again.
///
/// Each round costs a broker one Produce and a few Fetches at most, whatever goes wrong.
actor CanaryRun {
  /// Nil: nobody knows where the broker listens.
  typealias Connections = @Sendable (NodeID) async throws(KafkaError) -> KafkaConnection?

  let settings: CanarySettings
  let time: any TimeSource
  let log: Logger
  var ledger: CanaryLedger
  var rests = CanaryRests()
  private var said: Set<CanaryNotice.Subject> = []
  private nonisolated let shown = Locked<[NodeID: CanaryReading]>([:])

  init(
    _ settings: CanarySettings, sender: String = CanaryRun.freshName(), time: any TimeSource = SystemTime(),
    log: Logger
  ) {
    self.settings = settings
    self.time = time
    self.log = log
    ledger = CanaryLedger(sender: sender)
  }

  /// As the last round left them.
  nonisolated var readings: [NodeID: CanaryReading] { shown.withLock { $0 } }

  /// For one request; a round takes three times as long at most.
  nonisolated var deadline: Duration {
    min(.seconds(10), settings.interval / 4)
  }

  /// One round through these of the cluster's brokers; counts of brokers that nobody expects any more are forgotten.
  func round(
    _ metadata: MetadataReading, through brokers: [NodeID], expecting expected: Set<NodeID>,
    _ connections: @escaping Connections
  ) async {
    defer { shown.withLock { [readings = ledger.readings] in $0 = readings } }
    ledger.keep(only: expected)
    rests.keep(only: expected)
    let present = metadata.brokers.map(\.id)
    let plan = CanaryPlan(CanaryTopic(settings.topic, in: metadata), brokers: present)
    guard !plan.needsTopic else {
      return await create(for: present, at: metadata.controller ?? present[0], connections)
    }
    said = said.filter { subject in
      if case .cover(let broker) = subject { plan.uncovered.contains(broker) } else { true }
    }
    for broker in plan.uncovered where brokers.contains(broker) {
      say(.uncovered(broker, topic: settings.topic))
    }
    await withDiscardingTaskGroup { group in
      for broker in brokers {
        guard let partitions = plan.led[broker] else { continue }
        group.addTask { await self.exercise(broker, partitions, connections) }
      }
    }
  }

  private func exercise(
    _ broker: NodeID, _ partitions: [PartitionID], _ connections: Connections
  ) async {
    guard !rests.isResting(.broker(broker), at: time.now().uptime) else { return }
    let exchange: CanaryExchange
    do throws(KafkaError) {
      guard let connection = try await connections(broker) else { return }
      exchange = CanaryExchange(topic: settings.topic, connection: connection, deadline: deadline)
    } catch {
      return failed(broker, .connection(error))
    }
    let wrote = await attempt(broker, .write) { () async throws(CanaryTrouble) in
      try await produce(through: broker, partitions[0], exchange)
    }
    let read = await attempt(broker, .read) { () async throws(CanaryTrouble) in
      try await readBack(from: broker, partitions, exchange)
    }
    if wrote && read { succeeded(.broker(broker)) }
  }

  private func attempt(
    _ broker: NodeID, _ right: CanaryNotice.Right, _ body: () async throws(CanaryTrouble) -> Void
  ) async -> Bool {
    do throws(CanaryTrouble) {
      try await body()
      return true
    } catch {
      failed(broker, error)
      if error.isAboutRights {
        rests.rest(.broker(broker), from: time.now().uptime)
        say(.mayNot(right, topic: settings.topic, error.label))
      }
      return false
    }
  }

  func failed(_ broker: NodeID, _ trouble: CanaryTrouble) {
    if case .connection(let error) = trouble, error.kind == .cancelled { return }
    ledger.failed(broker, because: trouble.label)
  }

  /// When nobody is left alone any more, the next trouble is news.
  func succeeded(_ subject: CanaryRests.Subject) {
    guard rests.succeeded(subject) else { return }
    said = said.filter { subject in
      if case .cover = subject { true } else { false }
    }
  }

  /// Once.
  func say(_ notice: CanaryNotice) {
    guard said.insert(notice.subject).inserted else { return }
    log.warn(notice.description)
  }

  /// Nobody else's, and not that of an earlier run.
  static func freshName() -> String {
    "brokerwatch-" + String(UInt64.random(in: .min ... .max), radix: 36)
  }
}
