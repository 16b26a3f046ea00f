import Model
import Monitor
import Systemd
import Transport

/// Makes the collector of containers, and keeps it while its settings stay: what it counted goes on.
final class ContainerMaker: Sendable {
  private struct Made {
    let settings: ContainerCollectorSettings
    let collector: ContainerCollector
  }

  private let made = Locked(Made?.none)
  private let loop: EventLoop
  private let client: HTTPClient
  private let board: HostBoard

  init(on loop: EventLoop, client: HTTPClient, board: HostBoard) {
    self.loop = loop
    self.client = client
    self.board = board
  }

  /// Nil settings: from now on there is none.
  func collector(for settings: ContainerCollectorSettings?) -> ContainerCollector? {
    made.withLock { made in
      guard let settings else {
        made = nil
        return nil
      }
      if let made, made.settings == settings { return made.collector }
      let collector = ContainerCollector(settings, client: client, board: board, on: loop)
      made = Made(settings: settings, collector: collector)
      return collector
    }
  }
}
