import Systemd

/// An easy handle on its way to a connection that it keeps for itself.
///
/// Only on the loop.
final class StreamConnector: Transfer {
  let easy: CurlEasy
  let connected = Awaited<Void>()
  private let endpoint: StreamEndpoint
  private var timer: LoopTimer?

  init(_ endpoint: StreamEndpoint, easy: CurlEasy) {
    self.endpoint = endpoint
    self.easy = easy
  }

  func start(on engine: TransferEngine, deadline: Duration?, loop: EventLoop) throws(CurlFailure) {
    if let deadline {
      timer = loop.schedule(after: deadline) { [weak self] in self?.late(after: deadline) }
    }
    try engine.start(self)
  }

  func ended(_ failure: CurlFailure?) {
    timer = nil
    let error = failure.map { TransportError($0, attempt: "connection", address: endpoint.description) }
    connected.settle(error.map { .failure($0) } ?? .success(()))
  }

  private func late(after limit: Duration) {
    connected.settle(
      .failure(.late(.connect, after: limit, attempt: "connection", address: endpoint.description)))
  }
}
