import Model

extension TransportError {
  static func late(_ phase: Deadlines.Phase, after limit: Duration, attempt: String, address: String) -> Self
  {
    TransportError(
      .timeout(phase), attempt: attempt, address: address, reason: phase.complaint(after: limit))
  }
}

extension Deadlines.Phase {
  fileprivate func complaint(after limit: Duration) -> String {
    let time = "\(limit.seconds) s"
    return switch self {
    case .connect: "no connection within \(time)"
    case .firstByte: "no byte of a response within \(time)"
    case .idle: "nothing came for \(time) in the middle of the response"
    case .total: "the response was not complete within \(time)"
    }
  }
}
