import Model
package import Systemd

/// Watches the directories in which brokers keep their data.
package struct DataDirectoriesCollector: Collector {
  package let name = "data_dirs"
  package let watches = "The data directories of brokers"
  private let settings: DataDirectoriesSettings
  private let procfs: Procfs
  private let board: HostBoard
  private let directories: DirectoryWatches

  package init(
    _ settings: DataDirectoriesSettings, procfs: Procfs, board: HostBoard, on loop: EventLoop
  ) {
    self.settings = settings
    self.procfs = procfs
    self.board = board
    directories = DirectoryWatches(settings, on: loop)
  }

  package var interval: Duration { settings.interval }
  package var staleAfter: Duration { settings.staleAfter }

  package func tick() async throws {
    let paths = Set(settings.paths).union(settings.discovered()).sorted()
    guard !paths.isEmpty else {
      throw NothingToWatch(
        "No broker was found that keeps data on this host. Name its directories in `collectors.data_dirs.paths`."
      )
    }
    let (watches, omitted) = directories.watches(of: paths)
    let disks = (try? procfs.read("diskstats")).map(DiskStatistics.parse)
    let readings = await withTaskGroup(of: DataDirectoryReading.self) { group in
      for watch in watches { group.addTask { await watch.read(disks) } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    let section = DataDirectoriesSection(
      directories: readings.sorted { $0.path < $1.path }, omitted: omitted)
    board.publish(\.dataDirectories, section, staleAfter: staleAfter)
  }

  package func isSame(as other: any Collector) -> Bool {
    (other as? DataDirectoriesCollector)?.directories === directories
  }
}
