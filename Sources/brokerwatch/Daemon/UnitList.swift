import Model
import Monitor
import Patterns
import Settings
import Systemd

/// Makes the collector of units.
struct UnitList: Sendable {
  /// Everything that decides how it works.
  private struct Settings: Equatable {
    let configuration: UnitsConfiguration
    let brokers: [NamePattern]
  }

  private let kept = KeptCollector<Settings, UnitsCollector>()
  private let loop: EventLoop
  private let store: WorldStore
  private let board: HostBoard

  init(on loop: EventLoop, store: WorldStore, board: HostBoard) {
    self.loop = loop
    self.store = store
    self.board = board
  }

  /// `catalog` says how the units of brokers are called.
  func collector(for configuration: UnitsConfiguration, catalog: ProfileCatalog) -> UnitsCollector {
    let brokers = catalog.wanted.flatMap(\.units) + catalog.named.compactMap(\.unit)
    return kept.collector(for: Settings(configuration: configuration, brokers: brokers)) {
      var settings = UnitsSettings()
      settings.interval = configuration.interval
      settings.staleAfter = configuration.effectiveStaleAfter
      settings.socket = configuration.socket?.resolved ?? UnitsConfiguration.usualSocket
      settings.isSocketGiven = configuration.socket != nil
      settings.brokers = brokers
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
