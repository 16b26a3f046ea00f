import Model
import Monitor
import Settings

/// Makes the collector of processes, and keeps one that a new configuration does not change: its counters go on.
final class ProcessMaker: Sendable {
  private struct Made {
    let configuration: ProcessesConfiguration
    let procfs: Procfs
    let profiles: ProfileCatalog
    let collector: ProcessCollector
  }

  private let made = Locked<Made?>(nil)
  private let board: HostBoard
  private let store: WorldStore
  private let time: any TimeSource

  init(board: HostBoard, store: WorldStore, time: any TimeSource) {
    self.board = board
    self.store = store
    self.time = time
  }

  /// Nil where it is switched off: then what it counted is gone.
  func collector(for configuration: Configuration) -> ProcessCollector? {
    let processes = configuration.collectors.processes
    let procfs = Procfs(root: configuration.path.procfs.resolved)
    let profiles = configuration.catalog
    return made.withLock { made in
      guard processes.isEnabled else {
        made = nil
        return nil
      }
      if let made, made.configuration == processes, made.procfs == procfs, made.profiles == profiles {
        return made.collector
      }
      let recognizer = ProcessRecognizer(profiles: profiles, procfs: procfs)
      let settings = ProcessCollector.Settings(
        interval: processes.interval, staleAfter: processes.effectiveStaleAfter,
        forgetAfter: processes.forgetAfter, procfs: procfs
      ) { recognizer.recognise($0) }
      let collector = ProcessCollector(settings, board: board, store: store, time: time)
      made = Made(
        configuration: processes, procfs: procfs, profiles: profiles, collector: collector)
      return collector
    }
  }
}
