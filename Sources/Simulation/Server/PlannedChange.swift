import Kafka

/// A change that waits for a request, for what happens in the middle of somebody's questions.
struct PlannedChange: Sendable {
  let api: APIKey
  /// `nil`: whichever is asked first.
  let broker: Int32?
  let change: @Sendable (inout SimulatedCluster) -> Void

  func isMeant(for request: PendingRequest) -> Bool {
    request.api.key == api && (broker ?? request.broker.rawValue) == request.broker.rawValue
  }
}
