import Systemd

/// A request that has no reply yet.
struct PendingRequest {
  typealias Outcome = Result<[UInt8], KafkaError>

  let api: APIKey
  /// Uptime.
  let started: Duration
  /// Nil once its task was cancelled: the reply comes nevertheless.
  var waiter: CheckedContinuation<Outcome, Never>?
  /// Cancelled with the request.
  let deadline: LoopTimer
}
