import Glibc
import Model
import TestSupport
import Testing

@testable import Monitor

/// A process's `/tmp` belongs to everybody on its host or in its container.
@Suite struct PerformanceFileTests {
  private let folder: TemporaryDirectory
  private let procfs: Procfs

  init() throws {
    folder = try TemporaryDirectory()
    procfs = Procfs(root: folder.path)
    for name in ["10", "10/root", "10/root/tmp", "10/root/tmp/hsperfdata_kafka"] {
      _ = unsafe mkdir(folder.file(name), 0o755)
    }
  }

  private func identity(user: UInt32? = geteuid(), arguments: [String] = ["java"]) -> ProcessIdentity {
    ProcessIdentity(
      pid: 10, startTicks: 1, command: "java", executable: "/usr/bin/java", arguments: arguments,
      workingDirectory: nil, cgroups: [], user: user, namespacePid: 7)
  }

  private func read(
    _ identity: ProcessIdentity, startedAt start: Timestamp? = nil
  ) -> Result<PerformanceData, PartFailure> {
    var file = PerformanceFile(procfs: procfs, identity: identity)
    return file.read(startedAt: start, now: .seconds(0))
  }

  private static let data = PerformanceBytes().bytes([
    ("java.threads.live", .number(3)), ("sun.rt.createVmBeginTime", .number(1_700_000_000_000)),
  ])

  private func write(_ bytes: [UInt8], to name: String = "hsperfdata_kafka/7") throws {
    _ = try folder.write(bytes, to: "10/root/tmp/\(name)")
  }

  @Test func `it is found by the pid that the process has in its own namespace`() throws {
    try write(Self.data)
    #expect(try read(identity()).get().numbers["java.threads.live"] == 3)
  }

  @Test func `without a file it is missing`() {
    #expect(throws: PartFailure(.missing)) { try read(identity()).get() }
  }

  @Test func `a file of another user is not the process's`() throws {
    try write(Self.data)
    #expect(throws: PartFailure(.missing)) { try read(identity(user: geteuid() &+ 1)).get() }
  }

  @Test func `no link is followed, be it a file or a folder`() throws {
    try write(Self.data, to: "elsewhere")
    let tmp = folder.file("10/root/tmp")
    _ = unsafe symlink("\(tmp)/elsewhere", "\(tmp)/hsperfdata_kafka/7")
    #expect(throws: PartFailure.self) { try read(identity()).get() }
    _ = unsafe unlink("\(tmp)/hsperfdata_kafka/7")
    _ = unsafe rename("\(tmp)/hsperfdata_kafka", "\(tmp)/real")
    try write(Self.data, to: "real/7")
    _ = unsafe symlink("\(tmp)/real", "\(tmp)/hsperfdata_kafka")
    #expect(throws: PartFailure.self) { try read(identity()).get() }
  }

  @Test func `a pipe does not hold us, and a huge file is not read`() throws {
    let path = folder.file("10/root/tmp/hsperfdata_kafka/7")
    _ = unsafe mkfifo(path, 0o600)
    #expect(throws: PartFailure(.missing)) { try read(identity()).get() }
    _ = unsafe unlink(path)
    try write(Self.data)
    _ = unsafe truncate(path, 1 << 30)
    #expect(throws: PartFailure(.tooLarge)) { try read(identity()).get() }
  }

  @Test func `a file of an earlier process, and one that is none, are said to be so`() throws {
    try write(Self.data)
    let late = Timestamp(seconds: 1_700_001_000)
    #expect(throws: PartFailure(.stale)) { try read(identity(), startedAt: late).get() }
    try write([1, 2, 3])
    #expect(throws: PartFailure(.malformed)) { try read(identity()).get() }
  }

  @Test func `after a search in vain it is not looked for again at once`() throws {
    var file = PerformanceFile(procfs: procfs, identity: identity())
    #expect(throws: PartFailure(.missing)) { try file.read(startedAt: nil, now: .seconds(0)).get() }
    try write(Self.data)
    #expect(throws: PartFailure(.missing)) { try file.read(startedAt: nil, now: .seconds(10)).get() }
    #expect(try file.read(startedAt: nil, now: .seconds(40)).get().numbers.count == 2)
    _ = unsafe unlink(folder.file("10/root/tmp/hsperfdata_kafka/7"))
    #expect(throws: PartFailure(.missing)) { try file.read(startedAt: nil, now: .seconds(50)).get() }
  }
}
