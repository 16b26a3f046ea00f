import Kafka

/// A request that was read and is not answered yet.
struct PendingRequest {
  let request: any SimulatedRequest
  let api: KafkaAPI
  let version: Int16
  let correlationID: Int32
  let clientID: String?
  let broker: BrokerID
  /// Milliseconds since boot.
  let arrival: Int64
  var isFirst = true

  func question(at now: SimulatedClock) -> Question {
    Question(
      broker: broker, version: version, clientID: clientID, now: now, arrival: arrival, isFirst: isFirst)
  }

  /// What comes of it now. The encoded frame is whole; what a fault does to it comes later.
  func attempt(on cluster: inout SimulatedCluster, at now: SimulatedClock, error: ErrorCode?) -> Answer<
    [UInt8]
  > {
    func attempt<Request: SimulatedRequest>(_ request: Request) -> Answer<[UInt8]> {
      switch request.answer(from: &cluster, question(at: now)) {
      case .wait(let until): return .wait(until: until)
      case .silence: return .silence
      case .reply(var response):
        if let error { Request.put(error, into: &response) }
        let frame = try? Request.frame(of: response, version: version, correlationID: correlationID)
        return frame.map { .reply($0) } ?? .silence
      }
    }
    return attempt(request)
  }
}
