package import Model
import Systemd

/// What outlives a restart, one file for each source; without a usable directory everything works, and forgets.
package final class StateDirectory: Sendable {
  private enum Opening {
    case notYet(String?)
    case open(StateFolder)
    case failed
  }

  private let opening: Locked<Opening>
  private let log: Logger
  private let counted = Locked(StateStatistics())
  /// The files of which it was said that they cannot be written.
  private let failing = Locked<Set<String>>([])

  /// Opened, and made, when the first file is asked for. A nil path: there is no place to keep anything.
  package init(_ path: String?, log: Logger) {
    opening = Locked(.notYet(path))
    self.log = log
  }

  package var statistics: StateStatistics {
    counted.withLock { $0 }
  }

  /// What a file holds; one that is not ours, or that `decode` refuses, is set aside, and then there is nothing.
  ///
  /// On the global pool: a disk may take its time.
  @concurrent
  package func load<Value: Sendable>(
    _ name: String, limit: Int, decode: @Sendable ([UInt8]) throws -> Value
  ) async -> Value? {
    guard let folder = folder() else { return nil }
    do throws(StateFileProblem) {
      guard let bytes = try folder.read(name, limit: limit) else { return nil }
      do {
        return try decode(bytes)
      } catch {
        throw StateFileProblem.foreign("\(error)")
      }
    } catch {
      report(error, name, in: folder)
      return nil
    }
  }

  /// Replaces a file whole, on the global pool; whether that worked.
  @concurrent @discardableResult
  package func save(_ name: String, _ bytes: @Sendable () -> [UInt8]) async -> Bool {
    guard let folder = folder() else { return false }
    do throws(SystemError) {
      try folder.replace(name, with: bytes())
      counted.withLock { $0.saves += 1 }
      if failing.withLock({ $0.remove(name) }) != nil {
        log.info("state is kept again", .init("file", "\(folder.path)/\(name)"))
      }
      return true
    } catch {
      counted.withLock { $0.errors[.write, default: 0] += 1 }
      if failing.withLock({ $0.insert(name).inserted }) {
        log.warn("state cannot be kept", .init("reason", "\(error)"))
      }
      return false
    }
  }

  private func folder() -> StateFolder? {
    let (folder, whyNot) = opening.withLock { opening -> (StateFolder?, String?) in
      switch opening {
      case .open(let folder): return (folder, nil)
      case .failed: return (nil, nil)
      case .notYet(let path):
        let (folder, whyNot) = Self.open(path)
        opening = folder.map(Opening.open) ?? .failed
        return (folder, whyNot)
      }
    }
    if let whyNot {
      counted.withLock { $0.errors[.directory, default: 0] += 1 }
      log.warn("nothing is kept across restarts", .init("reason", whyNot))
    }
    return folder
  }

  private static func open(_ path: String?) -> (StateFolder?, whyNot: String?) {
    guard let path else { return (nil, "neither state_directory nor HOME nor XDG_STATE_HOME names a place") }
    do throws(SystemError) {
      return (try StateFolder(path), nil)
    } catch {
      return (nil, "\(error)")
    }
  }

  private func report(_ problem: StateFileProblem, _ name: String, in folder: StateFolder) {
    let file = LogRecord.Field("file", "\(folder.path)/\(name)")
    switch problem {
    case .unreadable(let error):
      counted.withLock { $0.errors[.read, default: 0] += 1 }
      log.error("state cannot be read", file, .init("reason", "\(error)"))
    case .foreign(let reason):
      counted.withLock { $0.errors[.refused, default: 0] += 1 }
      let aside = try? folder.setAside(name)
      log.error(
        "state was not used", file, .init("reason", reason),
        .init("kept_as", aside ?? "it could not be renamed"))
    }
  }
}
