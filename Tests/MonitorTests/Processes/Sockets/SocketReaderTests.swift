import Glibc
import Model
import TestSupport
import Testing

@testable import Monitor

@Suite struct SocketReaderTests {
  private static let header = "  sl  local_address rem_address st\n"

  private static func line(port: UInt16) -> String {
    let hex = String(port, radix: 16, uppercase: true)
    return
      "  0: 0100007F:\(hex) 0100007F:D431 01 00000000:00000000 00:00000000 00000000  1000        0 4711 1\n"
  }

  /// Processes 1 and 2 share our network, 3 and 4 have one together.
  private static func procfs() throws -> Procfs {
    let folder = try TemporaryDirectory()
    for name in ["self", "1", "2", "3", "4"] {
      _ = unsafe mkdir(folder.file(name), 0o755)
      _ = unsafe mkdir(folder.file("\(name)/net"), 0o755)
    }
    _ = try folder.write(Array((header + line(port: 0x2384)).utf8), to: "self/net/tcp")
    _ = try folder.write(Array((header + line(port: 0x2384)).utf8), to: "3/net/tcp")
    for (from, to) in [("self", "1"), ("self", "2"), ("3", "4")] {
      _ = unsafe link(folder.file("\(from)/net/tcp"), folder.file("\(to)/net/tcp"))
    }
    return Procfs(root: folder.path)
  }

  private static let ports = SocketPorts(local: [9092], remote: [])

  @Test func `our own network is asked about once, and others are read from their tables`() throws {
    let asked = Locked(0)
    var reader = SocketReader(procfs: try Self.procfs())
    reader.ask = { _ throws(PartFailure) in
      asked.withLock { $0 += 1 }
      return []
    }
    let sets = reader.read([1, 2, 3, 4, 5], Self.ports)
    #expect(asked.withLock { $0 } == 1)
    for pid: Int32 in [1, 2] {
      let set = try #require(try sets[pid]?.get())
      #expect(set.shortcoming == nil)
      #expect(set.entries.isEmpty)
    }
    for pid: Int32 in [3, 4] {
      let set = try #require(try sets[pid]?.get())
      #expect(set.shortcoming == .namespace)
      #expect(set.entries.map(\.local.port) == [9092])
    }
    #expect(throws: PartFailure(.missing)) { try sets[5]?.get() }
  }

  @Test func `where the kernel may not be asked the table says what it can`() throws {
    var reader = SocketReader(procfs: try Self.procfs())
    reader.ask = { _ throws(PartFailure) in throw PartFailure(.permission) }
    let set = try #require(try reader.read([1], Self.ports)[1]?.get())
    #expect(set.shortcoming == .permission)
    #expect(set.entries.count == 1)
  }

  @Test func `without ports nobody is asked`() throws {
    let reader = SocketReader(procfs: Procfs(root: "/nonexistent"))
    #expect(reader.read([1], SocketPorts(local: [], remote: [])).isEmpty)
  }
}
