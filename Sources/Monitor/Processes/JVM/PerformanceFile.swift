import Model
import Systemd

/// The file with a process's performance data, wherever the process sees it.
struct PerformanceFile: Sendable {
  private static let limit = 4 << 20
  private static let maxFolders = 256
  /// How much earlier than its process a virtual machine may seem to start, because the wall clock was set meanwhile.
  private static let clockTolerance = Duration.seconds(30)
  /// The pause between two searches.
  private static let patience = Duration.seconds(30)

  private let procfs: Procfs
  private let identity: ProcessIdentity
  /// The folder below `/tmp` in which it was found.
  private var folder: String?
  private var searchedAt: Duration?
  private var problem = UnreadReason.missing

  init(procfs: Procfs, identity: ProcessIdentity) {
    self.procfs = procfs
    self.identity = identity
  }

  /// Whether the process is a Java virtual machine at all.
  static func isExpected(of identity: ProcessIdentity) -> Bool {
    let program = identity.executable ?? identity.arguments.first ?? ""
    return identity.command == "java" || program.split(separator: "/").last == "java"
  }

  private var isDisabled: Bool {
    identity.arguments.contains { $0 == "-XX:-UsePerfData" || $0 == "-XX:+PerfDisableSharedMem" }
  }

  mutating func read(startedAt start: Timestamp?, now: Duration) -> Result<PerformanceData, PartFailure> {
    guard !isDisabled else { return .failure(PartFailure(.disabled)) }
    if let folder, case .success(let data) = read(folder, startedAt: start) { return .success(data) }
    folder = nil
    if let searchedAt, now - searchedAt < Self.patience { return .failure(PartFailure(problem)) }
    searchedAt = now
    return search(startedAt: start)
  }

  private mutating func search(startedAt start: Timestamp?) -> Result<PerformanceData, PartFailure> {
    let names: [String]
    do {
      names = try Folder.names(
        in: procfs.path(identity.pid, "root/tmp"), beginning: "hsperfdata_", limit: Self.maxFolders)
    } catch {
      problem = UnreadReason(error)
      return .failure(PartFailure(problem))
    }
    problem = .missing
    for name in names {
      switch read(name, startedAt: start) {
      case .success(let data):
        (folder, searchedAt) = (name, nil)
        return .success(data)
      // A folder of another user does not hold it.
      case .failure(let unread) where unread.reason != .missing: problem = unread.reason
      case .failure: continue
      }
    }
    return .failure(PartFailure(problem))
  }

  private func read(_ folder: String, startedAt start: Timestamp?) -> Result<PerformanceData, PartFailure> {
    let bytes: [UInt8]
    do {
      bytes = try GuardedFile.read(
        root: procfs.path(identity.pid, "root"),
        path: ["tmp", folder, "\(identity.namespacePid ?? identity.pid)"], owner: identity.user,
        limit: Self.limit)
    } catch {
      return .failure(PartFailure(UnreadReason(error)))
    }
    guard let data = try? PerformanceData(bytes) else { return .failure(PartFailure(.malformed)) }
    return Self.isStale(data, startedAt: start) ? .failure(PartFailure(.stale)) : .success(data)
  }

  /// Who is killed leaves the file behind, and another process may get the same pid.
  static func isStale(_ data: PerformanceData, startedAt start: Timestamp?) -> Bool {
    guard let start, let begin = data.startTime else { return false }
    return begin.seconds < start.seconds - clockTolerance.seconds
  }
}
