import Kafka
import Model

/// What went out, what came back, and how long it took.
struct CanaryLedger {
  /// Per partition; when so many are not read again, no more are sent.
  static let maximumInFlight = 8
  /// What was away for longer may have been deleted in the meantime, as it should be.
  static let longestFlight = Duration.seconds(600)

  private(set) var readings: [NodeID: CanaryReading] = [:]
  private var flights: [PartitionID: [CanaryFlight]] = [:]
  private let sender: String
  private var lastSequence: UInt64 = 0

  init(sender: String) {
    self.sender = sender
  }

  mutating func nextRecord(at time: Timestamp) -> CanaryRecord {
    lastSequence += 1
    return CanaryRecord(sender: sender, sequence: lastSequence, sent: time)
  }

  func hasRoom(in partition: PartitionID) -> Bool {
    (flights[partition]?.count ?? 0) < Self.maximumInFlight
  }

  /// Where to read from, to see all that is missing; nil when nothing is.
  func firstOffset(in partition: PartitionID) -> Int64? {
    flights[partition]?.map(\.offset).min()
  }

  /// A broker has acknowledged a record.
  mutating func produced(_ flight: CanaryFlight, in partition: PartitionID, at now: Duration) {
    count(flight.broker) { reading in
      reading.produced += 1
      reading.produce.observe((now - flight.started).seconds)
    }
    flights[partition, default: []].append(flight)
  }

  /// A broker has answered a fetch that was asked for at `asked`.
  mutating func fetched(
    _ answer: CanaryAnswer, of partition: PartitionID, from broker: NodeID, asked: Duration, at now: Duration
  ) {
    var left: [CanaryFlight] = []
    for flight in flights[partition] ?? [] {
      switch flight.fate(in: answer) {
      case .open: left.append(flight)
      case .lost where now - flight.started > Self.longestFlight: break
      case .lost: count(flight.broker) { $0.lost += 1 }
      case .arrived:
        count(broker) { reading in
          reading.consumed += 1
          reading.fetch.observe((now - asked).seconds)
        }
        count(flight.broker) { $0.endToEnd.observe((now - flight.started).seconds) }
      }
    }
    flights[partition] = left.isEmpty ? nil : left
  }

  /// The log of a partition does not reach to what was acknowledged in it, or not back to it.
  mutating func isOutOfRange(_ partition: PartitionID, at now: Duration) {
    for flight in flights.removeValue(forKey: partition) ?? [] {
      if now - flight.started <= Self.longestFlight { count(flight.broker) { $0.lost += 1 } }
    }
  }

  mutating func failed(_ broker: NodeID, because reason: String) {
    count(broker) { $0.errors[reason, default: 0] += 1 }
  }

  /// Forgets brokers that are no more.
  mutating func keep(only brokers: Set<NodeID>) {
    readings = readings.filter { brokers.contains($0.key) }
  }

  private mutating func count(_ broker: NodeID, _ change: (inout CanaryReading) -> Void) {
    change(&readings[broker, default: CanaryReading()])
  }
}
