import Kafka
import Model

/// The requests of the canary to one broker.
struct CanaryExchange {
  /// Far more than what can be away at once.
  private static let bytesPerPartition: Int32 = 64 * 1024
  /// All copies that are in sync have the record before it is acknowledged, as with most people's own.
  private static let allInSync: Int16 = -1

  let topic: String
  let connection: KafkaConnection
  let deadline: Duration

  /// Answers the record's offset.
  func produce(_ batch: [UInt8], to partition: PartitionID) async throws(CanaryTrouble) -> Int64 {
    let request = ProduceRequest { request in
      request.acks = Self.allInSync
      request.timeoutMilliseconds = deadline.wholeMilliseconds
      request.topicData = [
        .init {
          $0.name = topic
          $0.partitionData = [
            .init {
              $0.index = partition
              $0.records = batch
            }
          ]
        }
      ]
    }
    let response = try await send(request)
    guard let answer = response.responses.first?.partitionResponses.first else { throw .malformed }
    guard answer.errorCode.isSuccess else { throw .refused(answer.errorCode) }
    guard let offset = answer.baseOffset else { throw .malformed }
    return offset
  }

  /// Answers what there is as soon as there is something, or nothing after `wait`.
  func fetch(
    _ positions: [PartitionID: Int64], wait: Duration
  ) async throws(CanaryTrouble) -> [PartitionID: Result<CanaryAnswer, CanaryTrouble>] {
    let request = FetchRequest { request in
      request.maxWaitMilliseconds = wait.wholeMilliseconds
      request.minBytes = 1
      request.topics = [
        .init {
          $0.topic = topic
          $0.partitions = positions.map { partition, offset in
            .init {
              $0.partition = partition
              $0.fetchOffset = offset
              $0.partitionMaxBytes = Self.bytesPerPartition
            }
          }
        }
      ]
    }
    let response = try await send(request)
    guard response.errorCode.isSuccess else { throw .refused(response.errorCode) }
    let partitions = response.responses.flatMap(\.partitions)
    return Dictionary(partitions.map { ($0.partitionIndex, Self.read($0)) }) { first, _ in first }
  }

  private static func read(
    _ partition: FetchResponse.Topic.Partition
  ) -> Result<CanaryAnswer, CanaryTrouble> {
    guard partition.errorCode.isSuccess else { return .failure(.refused(partition.errorCode)) }
    guard let batches = try? StoredBatch.all(in: partition.records ?? []) else { return .failure(.malformed) }
    return .success(CanaryAnswer(batches: batches, logStart: partition.logStartOffset))
  }

  private func send<Request: KafkaRequest>(
    _ request: Request
  ) async throws(CanaryTrouble) -> Request.Response {
    do throws(KafkaError) {
      return try await connection.send(request, deadline: deadline)
    } catch {
      throw .connection(error)
    }
  }
}
