import Model
import Monitor
import Settings
import Systemd

/// Makes the collector of units.
struct UnitList: Sendable {
  private let kept = KeptCollector<UnitsConfiguration, UnitsCollector>()
  private let loop: EventLoop
  private let store: WorldStore
  private let board: HostBoard

  init(on loop: EventLoop, store: WorldStore, board: HostBoard) {
    self.loop = loop
    self.store = store
    self.board = board
  }

  func collector(for configuration: UnitsConfiguration) -> UnitsCollector {
    kept.collector(for: configuration) {
      var settings = UnitsSettings()
      settings.interval = configuration.interval
      settings.staleAfter = configuration.effectiveStaleAfter
      settings.socket = configuration.socket?.resolved ?? UnitsConfiguration.usualSocket
      settings.isSocketGiven = configuration.socket != nil
      settings.include = configuration.include
      settings.exclude = configuration.exclude
      settings.forgetAfter = configuration.forgetAfter
      settings.discovered = { [store] in
        Set((store.current.discovery?.value.names.units ?? [:]).keys)
      }
      return UnitsCollector(settings, board: board, on: loop)
    }
  }
}
