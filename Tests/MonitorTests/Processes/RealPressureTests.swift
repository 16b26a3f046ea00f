import FoundationEssentials
import Glibc
import Model
import Systemd
import TestSupport
import Testing

@testable import Monitor

/// A control group of version 2 that the test makes, with one process in it.
@Suite struct RealPressureTests {
  private static let folder: String? = {
    guard let mounts = (try? SmallFile.read("/proc/self/mountinfo")).map(ControlGroupMounts.parse),
      let point = mounts.unified?.point, mounts.unified?.root == "/"
    else { return nil }
    let folder = "\(point)/brokerwatch-test-\(getpid())"
    guard unsafe mkdir(folder, 0o755) == 0 else { return nil }
    defer { unsafe rmdir(folder) }
    return unsafe access("\(folder)/cpu.pressure", R_OK) == 0 ? folder : nil
  }()

  @Test(.enabled(if: folder != nil, "no control group of version 2 with pressure can be made here"))
  func `the pressure is that of the broker's own control group`() async throws {
    let folder = try #require(Self.folder)
    #expect(unsafe mkdir(folder, 0o755) == 0)
    let arguments = ["-c", "input()", "pressure \(getpid())"]
    let child = try ChildProcess("python3", arguments)
    try Files.write(Array("\(child.processIdentifier)".utf8), to: "\(folder)/cgroup.procs")
    let settings = ProcessCollector.Settings(procfs: Procfs(root: "/proc")) { identity in
      identity.arguments.dropFirst().elementsEqual(arguments) ? .named("it") : nil
    }
    let watch = ProcessWatch(settings, constants: .current)
    try await eventually("it runs") { try await !watch.read(at: 100_000).isEmpty }
    let reading = try #require(try await watch.read(at: 100_060).first)
    #expect(reading.unread[.pressure] == nil)
    for resource in PressureResource.allCases {
      let text = String(
        decoding: try Files.bytes(of: "\(folder)/\(resource.rawValue).pressure"), as: UTF8.self)
      let totals = text.matches(of: /total=([0-9]+)/).compactMap { UInt64($0.1) }
      let read = PressureKind.allCases.compactMap { reading.counters[.stalled(resource, $0)] }
      #expect(!read.isEmpty)
      // It sleeps, but the machine may be busy.
      for (total, mine) in zip(totals, read) { #expect(mine <= total * 1000) }
    }
    child.closeInput()
    _ = try await child.wait()
    try await eventually("the group is empty") { unsafe rmdir(folder) == 0 }
  }
}
