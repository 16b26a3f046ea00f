import Kafka
import Model

/// How the canary's topic is made: one partition for each broker, led by it.
enum CanaryCreation {
  /// As topics that people care for have them: a partition with a single copy would be offline with its broker, and ring bells
  /// elsewhere.
  private static let copies = 3

  static func request(_ topic: String, brokers: [NodeID], timeout: Duration) -> CreateTopicsRequest {
    CreateTopicsRequest { request in
      request.timeoutMilliseconds = timeout.wholeMilliseconds
      request.topics = [
        .init { made in
          made.name = topic
          made.assignments = assignments(brokers).enumerated().map { index, replicas in
            .init {
              $0.partitionIndex = PartitionID(rawValue: Int32(clamping: index))
              $0.brokerIDs = replicas.map { BrokerID(rawValue: $0) }
            }
          }
          made.configs = settings.map { name, value in
            .init {
              $0.name = name
              $0.value = value
            }
          }
        }
      ]
    }
  }

  /// The first copy of each partition is on another broker, the rest on those that follow.
  static func assignments(_ brokers: [NodeID]) -> [[NodeID]] {
    let brokers = brokers.sorted()
    return brokers.indices.map { first in
      (0..<min(copies, brokers.count)).map { brokers[(first + $0) % brokers.count] }
    }
  }

  /// A record is of no use once it was read; and it must come back as it went out.
  private static let settings = [
    ("cleanup.policy", "delete"), ("compression.type", "uncompressed"), ("retention.ms", "3600000"),
    ("segment.ms", "3600000"),
  ]
}

extension Duration {
  /// For the wire.
  var wholeMilliseconds: Int32 {
    Int32(clamping: wholeNanoseconds / 1_000_000)
  }
}
