import Model
package import Systemd

/// Watches the systemd units of brokers.
package struct UnitsCollector: Collector {
  package let name = "units"
  package let watches = "The systemd units of brokers"
  private let settings: UnitsSettings
  private let watch: UnitWatch
  private let board: HostBoard

  package init(_ settings: UnitsSettings, board: HostBoard, on loop: EventLoop) {
    self.settings = settings
    self.board = board
    watch = UnitWatch(settings, on: loop)
  }

  package var interval: Duration { settings.interval }
  package var staleAfter: Duration { settings.staleAfter }

  package func tick() async throws {
    do throws(BusError) {
      guard let section = try await watch.read() else { return }
      board.publish(\.units, section, staleAfter: staleAfter)
    } catch {
      throw await problem(error)
    }
  }

  package func isSame(as other: any Collector) -> Bool {
    (other as? UnitsCollector)?.watch === watch
  }

  package func stayOpen(during ticks: @Sendable () async -> Void) async {
    await ticks()
    await watch.close()
  }

  /// That no systemd is where nobody was promised one is no failure; that it went away is one.
  private func problem(_ error: BusError) async -> any Error {
    guard error.meansNoSystemd, !settings.isSocketGiven, await !watch.wasFound else {
      return CollectorError(error, socket: settings.socket)
    }
    return NothingToWatch(
      "No systemd answers on \(settings.socket). If there is one, name its socket in `collectors.units.socket`. "
        + "What was tried: \(error.description)")
  }
}
