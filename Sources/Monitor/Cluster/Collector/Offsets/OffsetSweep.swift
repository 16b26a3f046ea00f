import Kafka
import Model

/// Asks leaders for offsets of their partitions, all leaders at once.
struct OffsetSweep: Sendable {
  let asking: CycleAsking
  let addresses: [NodeID: BrokerAddress]

  func ask(
    _ requests: [NodeID: ListOffsetsRequest], _ index: TopicIndex, on lane: Lane = .fast, for part: String
  ) async -> OffsetAnswers {
    let answers = await withTaskGroup(of: OffsetAnswers.self) { tasks in
      for (leader, request) in requests {
        guard let address = addresses[leader] else {
          asking.count(part, "unknown_leader", times: request.topics.reduce(0) { $0 + $1.partitions.count })
          continue
        }
        tasks.addTask {
          var answers = OffsetAnswers()
          if let response = await asking.ask(request, address, on: lane, for: part) {
            answers.add(response, index)
          }
          return answers
        }
      }
      return await tasks.reduce(into: OffsetAnswers()) { $0.add($1) }
    }
    for (code, count) in answers.refused {
      asking.client.meter.count(code, in: .listOffsets)
      asking.count(part, code.name, times: count)
    }
    return answers
  }
}
