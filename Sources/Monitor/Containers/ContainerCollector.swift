import Glibc
import Model
package import Systemd
package import Transport

/// Watches the containers of this host through its engine's API.
package struct ContainerCollector: Collector {
  package let name = "containers"
  private let settings: ContainerCollectorSettings
  private let watch: ContainerWatch

  package init(
    _ settings: ContainerCollectorSettings, client: HTTPClient, board: HostBoard, on loop: EventLoop
  ) {
    self.settings = settings
    watch = ContainerWatch(settings, client: client, board: board, on: loop)
  }

  package var interval: Duration { settings.interval }
  package var staleAfter: Duration { settings.staleAfter }
  package var watches: String { Self.watches(settings.address) }

  package static func watches(_ address: EngineAddress?) -> String {
    "Containers, asked for at \(address.map(\.description) ?? EngineAddress.usual[0].description)"
  }

  package func tick() async throws {
    do throws(EngineError) {
      try await watch.read()
    } catch {
      if error.isAboutMissingSocket, settings.address == nil, await !watch.wasFound {
        let places = EngineAddress.usual.map(\.description).joined(separator: " nor ")
        throw NothingToWatch(
          "There is neither \(places). If an engine listens elsewhere, name it in "
            + "`collectors.containers.address`.")
      }
      throw CollectorError(error.reason, Self.advice(for: error, user: geteuid()) ?? error.description)
    }
  }

  /// What to do where the engine does not let us in.
  static func advice(for error: EngineError, user: UInt32) -> String? {
    switch error.kind {
    case .transport(.notPermitted):
      "\(error.description) The user \(UserName.describe(user)) may not use the socket: add it to the group that owns "
        + "it, usually 'docker', and restart Brokerwatch; or name in collectors.containers.address a proxy that lets "
        + "GET requests through."
    case .status(401), .status(403):
      "\(error.description). Whoever answers there must allow GET for /_ping, /events and /containers."
    default: nil
    }
  }

  package func stayOpen(during ticks: @Sendable () async -> Void) async {
    let watch = watch
    await withDiscardingTaskGroup { group in
      group.addTask(name: "container events") { await watch.follow() }
      await ticks()
      group.cancelAll()
    }
  }

  package func isSame(as other: any Collector) -> Bool {
    (other as? ContainerCollector)?.watch === watch
  }
}
