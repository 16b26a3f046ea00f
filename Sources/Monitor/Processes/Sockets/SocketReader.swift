import Model
import Systemd

/// Reads the sockets of brokers' ports, once for each network namespace.
struct SocketReader: Sendable {
  typealias Ask = @Sendable (SocketPorts) throws(PartFailure) -> [SocketEntry]

  /// A table of more bytes would take longer to read than it is worth.
  private static let tableLimit = 8 << 20

  let procfs: Procfs
  /// Asks the kernel about our own namespace.
  var ask: Ask = { ports throws(PartFailure) in try SocketReader.diagnose(ports) }

  func read(_ pids: [Int32], _ ports: SocketPorts) -> [Int32: Result<SocketSet, PartFailure>] {
    guard !ports.isEmpty else { return [:] }
    // The tables of one namespace are one file, whoever's folder they are seen in.
    let own = FileIdentity(of: "\(procfs.root)/self/net/tcp")
    var known: [FileIdentity: Result<SocketSet, PartFailure>] = [:]
    var sets: [Int32: Result<SocketSet, PartFailure>] = [:]
    for pid in pids {
      guard let namespace = FileIdentity(of: procfs.path(pid, "net/tcp")) else {
        sets[pid] = .failure(PartFailure(.missing))
        continue
      }
      let set = known[namespace] ?? read(pid, ports, isOwn: namespace == own)
      known[namespace] = set
      sets[pid] = set
    }
    return sets
  }

  private func read(_ pid: Int32, _ ports: SocketPorts, isOwn: Bool) -> Result<SocketSet, PartFailure> {
    var shortcoming = UnreadReason.namespace
    if isOwn {
      do {
        return .success(SocketSet(entries: try ask(ports), shortcoming: nil))
      } catch {
        shortcoming = error.reason
      }
    }
    do {
      var entries = SocketTable.parse(try procfs.file(pid, "net/tcp", limit: Self.tableLimit), ports)
      // Without IPv6 there is no such file.
      if let second = try? procfs.file(pid, "net/tcp6", limit: Self.tableLimit) {
        entries += SocketTable.parse(second, ports)
      }
      return .success(SocketSet(entries: entries, shortcoming: shortcoming))
    } catch {
      return .failure(PartFailure(UnreadReason(error)))
    }
  }

  /// Asks `sock_diag`.
  private static func diagnose(_ ports: SocketPorts) throws(PartFailure) -> [SocketEntry] {
    var entries: [SocketEntry] = []
    for family in SocketRequest.Family.allCases {
      var answer = SocketAnswer()
      do {
        try SocketDiagnosis.ask(SocketRequest.bytes(family, ports)) { answer.take($0) }
      } catch {
        throw PartFailure(.permission)
      }
      switch answer.problem {
      case nil: entries += answer.entries.filter(ports.contain)
      case .refused: throw PartFailure(.unsupported)
      case .malformed: throw PartFailure(.malformed)
      case .tooMany: throw PartFailure(.tooLarge)
      }
    }
    return entries
  }
}
