import Model
import Monitor
import Settings
import Systemd

/// Makes the collector of data directories.
struct DataDirectoryList: Sendable {
  /// Everything that decides how it works.
  private struct Settings: Equatable {
    let configuration: DataDirectoriesConfiguration
    let procfs: SettingPath
  }

  private let kept = KeptCollector<Settings, DataDirectoriesCollector>()
  private let loop: EventLoop
  private let store: WorldStore
  private let board: HostBoard

  init(on loop: EventLoop, store: WorldStore, board: HostBoard) {
    self.loop = loop
    self.store = store
    self.board = board
  }

  func collector(
    for configuration: DataDirectoriesConfiguration, procfs: SettingPath
  ) -> DataDirectoriesCollector {
    kept.collector(for: Settings(configuration: configuration, procfs: procfs)) {
      var settings = DataDirectoriesSettings()
      settings.interval = configuration.interval
      settings.staleAfter = configuration.effectiveStaleAfter
      settings.paths = configuration.paths.map(\.resolved)
      settings.entriesPerSecond = configuration.entriesPerSecond
      settings.segmentSuffixes = configuration.segmentSuffixes
      settings.topicLimit = configuration.topics
      settings.discovered = { [store] in
        Set((store.current.discovery?.value.names.dataDirectories ?? [:]).keys)
      }
      return DataDirectoriesCollector(
        settings, procfs: Procfs(root: procfs.resolved), board: board, on: loop)
    }
  }
}
