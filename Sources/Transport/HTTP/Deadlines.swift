/// How long each part of an exchange may take; nil: as long as it wants.
package struct Deadlines: Sendable, Hashable {
  package enum Phase: Sendable, Hashable {
    /// Until the connection stands: name resolution, TCP, TLS.
    case connect
    /// From there until the first byte of the response.
    case firstByte
    /// Between two pieces of the response. While nobody takes the body it does not run.
    case idle
    /// From the call to the end of the body.
    case total
  }

  package var connect: Duration?
  package var firstByte: Duration?
  package var idle: Duration?
  package var total: Duration?

  package init(
    connect: Duration? = .seconds(5), firstByte: Duration? = .seconds(10), idle: Duration? = .seconds(30),
    total: Duration? = nil
  ) {
    self.connect = connect
    self.firstByte = firstByte
    self.idle = idle
    self.total = total
  }

  func limit(of phase: Phase) -> Duration? {
    switch phase {
    case .connect: connect
    case .firstByte: firstByte
    case .idle: idle
    case .total: total
    }
  }
}
