import Kafka

/// The two replies that grow with the cluster, read into values.
struct KafkaDecodeBenchmark: Benchmark {
  let name = "Read Kafka's largest replies"

  func run(_ rounds: Rounds) async throws -> [Measurement] {
    try await measure(
      "100,000 committed offsets", OffsetFetchRequest.self, Self.offsets(groups: 1000, partitions: 100),
      version: 9,
      milliseconds: 20, rounds)
      + measure(
        "metadata of 5,000 partitions", MetadataRequest.self, Self.metadata(topics: 500, partitions: 10),
        version: 12,
        milliseconds: 5, rounds)
  }

  private func measure<Request: KafkaRequest>(
    _ label: String, _: Request.Type, _ response: Request.Response, version: Int16, milliseconds: Double,
    _ rounds: Rounds
  ) async throws -> [Measurement] {
    let payload = Array(try Request.frame(of: response, version: version, correlationID: 1).dropFirst(4))
    let read = await rounds.measure { _ in _ = try? Request.response(from: payload, version: version) }
    let written = await rounds.measure { _ in
      _ = try? Request.frame(of: response, version: version, correlationID: 1)
    }
    return [
      Measurement(name: "\(label): size", value: Double(payload.count) / 1e6, unit: .megabytes, limit: nil),
      Measurement(
        name: "\(label): read", value: read.medianMilliseconds, unit: .milliseconds, limit: milliseconds),
      Measurement(
        name: "\(label): allocations", value: read.medianAllocations, unit: .allocations, limit: nil),
      Measurement(
        name: "\(label): write", value: written.medianMilliseconds, unit: .milliseconds, limit: nil),
    ]
  }

  private static func offsets(groups: Int, partitions: Int32) -> OffsetFetchResponse {
    OffsetFetchResponse {
      $0.groups = (0..<groups).map { group in
        .init {
          $0.groupID = "group-number-\(group)"
          $0.topics = [
            .init {
              $0.name = "topic-with-a-usual-name-\(group)"
              $0.partitions = (0..<partitions).map { index in
                .init {
                  $0.partitionIndex = PartitionID(rawValue: index)
                  $0.committedOffset = Int64(index) * 1_000_003
                  $0.committedLeaderEpoch = 7
                  $0.metadata = ""
                }
              }
            }
          ]
        }
      }
    }
  }

  private static func metadata(topics: Int, partitions: Int32) -> MetadataResponse {
    MetadataResponse {
      $0.clusterID = "a-cluster-with-some-id"
      $0.topics = (0..<topics).map { topic in
        .init {
          $0.name = "topic-with-a-usual-name-\(topic)"
          $0.topicID = KafkaUUID(high: 1, low: UInt64(topic))
          $0.partitions = (0..<partitions).map { index in
            .init {
              $0.partitionIndex = PartitionID(rawValue: index)
              $0.leaderID = 1
              $0.leaderEpoch = 3
              $0.replicaNodes = [1, 2, 3]
              $0.isrNodes = [1, 2, 3]
            }
          }
        }
      }
    }
  }
}
