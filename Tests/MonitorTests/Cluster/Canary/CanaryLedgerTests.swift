import Kafka
import Model
import Testing

@testable import Monitor

@Suite struct CanaryLedgerTests {
  private let start = Duration.seconds(100)
  private var ledger = CanaryLedger(sender: "us")

  private func batches(_ records: (offset: Int64, bytes: [UInt8])...) throws -> [StoredBatch] {
    try records.flatMap { offset, bytes in
      // The base offset is the first field of a batch, and no part of what its checksum guards.
      let base = bigEndian(offset)
      return try StoredBatch.all(in: base + bytes.dropFirst(8))
    }
  }

  private func bigEndian(_ value: Int64) -> [UInt8] {
    stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  /// Sends one, and answers its batch.
  private mutating func send(_ offset: Int64, through broker: NodeID = 1, at time: Duration? = nil) -> [UInt8]
  {
    let record = ledger.nextRecord(at: Timestamp(seconds: 1_700_000_000))
    let flight = CanaryFlight(
      record: record, broker: broker, offset: offset, started: time ?? start)
    ledger.produced(flight, in: 0, at: (time ?? start) + .milliseconds(3))
    return record.batch
  }

  private mutating func fetch(
    _ answer: CanaryAnswer, from broker: NodeID = 1, at time: Duration = .seconds(100.04)
  ) {
    ledger.fetched(answer, of: 0, from: broker, asked: time - .milliseconds(20), at: time)
  }

  private func counts(_ broker: NodeID = 1) -> [UInt64] {
    let reading = ledger.readings[broker] ?? CanaryReading()
    return [reading.produced, reading.consumed, reading.lost]
  }

  @Test mutating func `a record that comes back is counted, with the time of each part`() throws {
    let batch = send(5)
    #expect(ledger.firstOffset(in: 0) == 5)
    fetch(CanaryAnswer(batches: try batches((5, batch)), logStart: 0))
    #expect(counts() == [1, 1, 0])
    #expect(ledger.firstOffset(in: 0) == nil)
    let reading = try #require(ledger.readings[1])
    #expect(reading.produce.count == 1 && abs(reading.produce.sum - 0.003) < 1e-9)
    #expect(reading.fetch.count == 1 && abs(reading.fetch.sum - 0.020) < 1e-9)
    #expect(reading.endToEnd.count == 1 && abs(reading.endToEnd.sum - 0.040) < 1e-9)
  }

  @Test mutating func `others' records in between do not matter`() throws {
    let ours = send(5)
    var other = CanaryLedger(sender: "them")
    let theirs = other.nextRecord(at: Timestamp(seconds: 1)).batch
    fetch(CanaryAnswer(batches: try batches((3, theirs), (4, theirs)), logStart: 0))
    #expect(counts() == [1, 0, 0])
    fetch(CanaryAnswer(batches: try batches((4, theirs), (5, ours), (6, theirs)), logStart: 0))
    #expect(counts() == [1, 1, 0])
  }

  @Test mutating func `a record in whose place another stands is lost, and so is one that is passed over`()
    throws
  {
    _ = send(5)
    let second = send(5)
    fetch(CanaryAnswer(batches: try batches((5, second)), logStart: 0))
    #expect(counts() == [2, 1, 1])
    let third = send(7)
    fetch(CanaryAnswer(batches: try batches((8, third)), logStart: 0))
    #expect(counts() == [3, 1, 2])
  }

  @Test mutating func `a record that was changed on the way is lost`() throws {
    var batch = send(5)
    batch[batch.count - 1] ^= 1
    fetch(CanaryAnswer(batches: try batches((5, batch)), logStart: 0))
    #expect(counts() == [1, 0, 1])
  }

  @Test mutating func `nothing read is no loss, but a log that begins later or ends before is one`() {
    _ = send(5)
    fetch(CanaryAnswer(batches: [], logStart: 5))
    #expect(counts() == [1, 0, 0])
    fetch(CanaryAnswer(batches: [], logStart: 6))
    #expect(counts() == [1, 0, 1])
    _ = send(9)
    ledger.isOutOfRange(0, at: start + .seconds(1))
    #expect(counts() == [2, 0, 2])
    #expect(ledger.firstOffset(in: 0) == nil)
  }

  @Test mutating func `what was away so long that it may have been deleted is not called lost`() {
    _ = send(5)
    _ = send(6)
    let later = start + CanaryLedger.longestFlight + .seconds(1)
    fetch(CanaryAnswer(batches: [], logStart: 6), at: later)
    ledger.isOutOfRange(0, at: later)
    #expect(counts() == [2, 0, 0])
    #expect(ledger.firstOffset(in: 0) == nil)
  }

  @Test mutating func `who acknowledged it, and who hands it out, may be two brokers`() throws {
    let batch = send(5, through: 1)
    fetch(CanaryAnswer(batches: try batches((5, batch)), logStart: 0), from: 2)
    #expect(counts(1) == [1, 0, 0])
    #expect(counts(2) == [0, 1, 0])
    #expect(ledger.readings[1]?.endToEnd.count == 1)
  }

  @Test mutating func `no more are away than there is room for`() {
    for offset in 0..<Int64(CanaryLedger.maximumInFlight) {
      #expect(ledger.hasRoom(in: 0))
      _ = send(offset)
    }
    #expect(!ledger.hasRoom(in: 0))
    #expect(ledger.hasRoom(in: 1))
  }

  @Test mutating func `brokers that are no more are forgotten`() {
    ledger.failed(1, because: "timeout")
    ledger.failed(2, because: "timeout")
    ledger.failed(2, because: "timeout")
    ledger.keep(only: [2])
    #expect(ledger.readings.mapValues(\.errors) == [2: ["timeout": 2]])
  }
}
