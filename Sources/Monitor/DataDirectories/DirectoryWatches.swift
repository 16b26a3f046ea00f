import Model
import Systemd

/// The watches of all data directories, kept from one tick to the next.
final class DirectoryWatches: Sendable {
  private struct State {
    var byPath: [String: DirectoryWatch] = [:]
    /// Of directories that nobody wants any more, and that the kernel has not let go of yet.
    var hanging: [DirectoryWatch] = []
  }

  private let settings: DataDirectoriesSettings
  private let loop: EventLoop
  private let state = Locked(State())

  init(_ settings: DataDirectoriesSettings, on loop: EventLoop) {
    self.settings = settings
    self.loop = loop
  }

  /// Those of these paths, and how many paths are too many; what hangs counts as long as it does.
  func watches(of paths: [String]) -> (watches: [DirectoryWatch], omitted: Int) {
    state.withLock { state in
      let wanted = Set(paths)
      state.hanging += state.byPath.values.filter { !wanted.contains($0.path) }
      state.hanging.removeAll { !$0.isHanging }
      state.byPath = state.byPath.filter { wanted.contains($0.key) }
      let limit = DataDirectoriesSettings.limit - state.hanging.count
      var omitted = 0
      for path in paths where state.byPath[path] == nil {
        guard state.byPath.count < limit else {
          omitted += 1
          continue
        }
        state.byPath[path] = DirectoryWatch(path, settings, on: loop)
      }
      return (state.byPath.values.sorted { $0.path < $1.path }, omitted)
    }
  }
}
