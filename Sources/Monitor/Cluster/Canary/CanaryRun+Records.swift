import Kafka
import Model

extension CanaryRun {
  /// A broker may answer with records of others that share the topic, a part at a time.
  private static let maximumFetches = 8
  private static let longestWait = Duration.milliseconds(500)

  /// One record, unless too many are away already.
  func produce(
    through broker: NodeID, _ partition: PartitionID, _ exchange: CanaryExchange
  ) async throws(CanaryTrouble) {
    guard ledger.hasRoom(in: partition) else { return }
    let start = time.now()
    let record = ledger.nextRecord(at: start.wall)
    let offset = try await exchange.produce(record.batch, to: partition)
    let flight = CanaryFlight(record: record, broker: broker, offset: offset, started: start.uptime)
    ledger.produced(flight, in: partition, at: time.now().uptime)
  }

  /// Reads on from the first record that is away, in every partition that the broker leads, until none is.
  func readBack(
    from broker: NodeID, _ partitions: [PartitionID], _ exchange: CanaryExchange
  ) async throws(CanaryTrouble) {
    var positions: [PartitionID: Int64] = [:]
    for partition in partitions { positions[partition] = ledger.firstOffset(in: partition) }
    let end = time.now().uptime + deadline
    var fetches = 0
    while !positions.isEmpty {
      let asked = time.now().uptime
      guard asked < end, fetches < Self.maximumFetches else { throw .late }
      fetches += 1
      let answers = try await exchange.fetch(positions, wait: min(Self.longestWait, end - asked))
      for (partition, answer) in answers where positions[partition] != nil {
        let next = try take(answer, partition, broker, asked)
        positions[partition] =
          ledger.firstOffset(in: partition) == nil ? nil : next ?? positions[partition]
      }
    }
  }

  /// Answers where to go on.
  private func take(
    _ outcome: Result<CanaryAnswer, CanaryTrouble>, _ partition: PartitionID, _ broker: NodeID,
    _ asked: Duration
  ) throws(CanaryTrouble) -> Int64? {
    let now = time.now().uptime
    switch outcome {
    case .success(let answer):
      ledger.fetched(answer, of: partition, from: broker, asked: asked, at: now)
      return answer.nextOffset
    case .failure(.refused(.offsetOutOfRange)):
      ledger.isOutOfRange(partition, at: now)
      throw .refused(.offsetOutOfRange)
    case .failure(let trouble): throw trouble
    }
  }
}
