import Kafka
import Model

extension CanaryRun {
  /// Makes the topic, as it is not there. What exists is never changed or deleted.
  func create(
    for brokers: [NodeID], at controller: NodeID, _ connections: Connections
  ) async {
    guard !rests.isResting(.creating, at: time.now().uptime) else { return }
    let request = CanaryCreation.request(settings.topic, brokers: brokers, timeout: deadline)
    do throws(KafkaError) {
      guard let connection = try await connections(controller) else { return }
      let response = try await connection.send(request, deadline: deadline * 2)
      guard let topic = response.topics.first else { return failed(controller, .malformed) }
      created(topic, brokers: brokers.count, controller)
    } catch {
      failed(controller, .connection(error))
    }
  }

  private func created(
    _ topic: CreateTopicsResponse.Topic, brokers: Int, _ controller: NodeID
  ) {
    switch topic.errorCode {
    case .none:
      succeeded(.creating)
      log.info(
        "The canary's topic '\(settings.topic)' was made, with a partition for each of \(brokers) brokers.")
    case .topicAlreadyExists:
      // Another watcher was faster; or it cannot be seen, and then this is asked again after the rest.
      rests.rest(.creating, from: time.now().uptime)
    case let code:
      failed(controller, .refused(code))
      rests.rest(.creating, from: time.now().uptime)
      say(.cannotCreate(topic: settings.topic, code.name, topic.errorMessage))
    }
  }
}
