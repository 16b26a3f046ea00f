import Model
import Systemd

/// The files of a process, as it sees them itself: of a container those inside.
struct ProcessFiles {
  /// Command lines and configuration; a file of settings that is longer is no such file.
  static let limit = 1 << 20

  private let root: RootedFolder?
  private let refusal: SmallFile.Failure?
  private let workingDirectory: String?
  private let procfs: Procfs
  private let pid: Int32

  init(of process: ProcessIdentity, isContained: Bool, procfs: Procfs) {
    self.procfs = procfs
    pid = process.pid
    workingDirectory = process.workingDirectory
    do throws(SmallFile.Failure) {
      root = try RootedFolder(procfs.path("\(process.pid)/root"))
      refusal = nil
    } catch {
      // Who may not look through a process's eyes may still see the host's own files.
      root = procfs.isOfThisHost && !isContained ? try? RootedFolder("/") : nil
      refusal = error
    }
  }

  /// As the process would open it; nil for a relative one when nobody knows where it works.
  func absolute(_ path: String) -> String? {
    if path.hasPrefix("/") { return path }
    return workingDirectory.map { $0.hasSuffix("/") ? $0 + path : "\($0)/\(path)" }
  }

  func read(_ path: String, limit: Int = limit) -> Result<[UInt8], Unread> {
    guard let absolute = absolute(path) else {
      return .failure(Unread("\(path): nobody may know in which directory the process works; \(Unread.mend)"))
    }
    guard let root else { return .failure(Unread(refusal, absolute)) }
    do throws(SmallFile.Failure) {
      return .success(try root.read(absolute, limit: limit))
    } catch {
      return .failure(Unread(error, absolute))
    }
  }

  func names(in directory: String, limit: Int) -> [String] {
    guard let absolute = absolute(directory), let root else { return [] }
    return (try? root.names(in: absolute, limit: limit)) ?? []
  }

  /// The variables that are asked for, and no others.
  func environment(keeping wanted: (Substring) -> Bool) -> [String: String]? {
    guard let bytes = try? procfs.read("\(pid)/environ") else { return nil }
    return EnvironmentBlock.parse(bytes, keeping: wanted)
  }

  /// Whether it has a network of its own; nil where nobody may know.
  var hasOwnNetwork: Bool? {
    guard let theirs = FileIdentity(of: procfs.path("\(pid)/ns/net")),
      let ours = FileIdentity(of: procfs.path("self/ns/net"))
    else { return nil }
    return theirs != ours
  }
}
