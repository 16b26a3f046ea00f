import Glibc
import Model
import TestSupport
import Testing

@testable import Monitor

/// Every virtual machine that is installed, with every collector that it has, against its own `jcmd PID PerfCounter.print`.
@Suite(.enabled(if: InstalledJDKs.isUsable, "no JDK is installed"), .serialized)
struct RealJVMTests {
  private static let collectors = [
    "UseG1GC", "UseSerialGC", "UseParallelGC", "UseZGC", "UseShenandoahGC",
  ]

  /// A small program that every runtime holds, and that runs until it is ended.
  private static func start(_ home: String, _ flags: [String]) throws -> ChildProcess {
    try ChildProcess(
      "\(home)/bin/java",
      ["-Xms16m", "-Xmx64m"] + flags + ["--module", "java.rmi/sun.rmi.registry.RegistryImpl", "0"])
  }

  private static func identity(_ java: ChildProcess) -> ProcessIdentity? {
    let procfs = Procfs(root: "/proc")
    guard let stat = procfs.stat(java.processIdentifier),
      let commandLine = try? procfs.file(java.processIdentifier, "cmdline")
    else { return nil }
    return procfs.identity(java.processIdentifier, stat, commandLine: commandLine)
  }

  private static func read(_ java: ChildProcess) -> PerformanceData? {
    guard let identity = identity(java), PerformanceFile.isExpected(of: identity) else { return nil }
    var file = PerformanceFile(procfs: Procfs(root: "/proc"), identity: identity)
    return try? file.read(startedAt: nil, now: .seconds(0)).get()
  }

  @Test(arguments: InstalledJDKs.homes, collectors)
  func `every number is the one that jcmd prints`(home: String, collector: String) async throws {
    let java = try Self.start(home, ["-XX:+\(collector)"])
    // A release may lack the collector.
    try await eventually("it runs, or ends") {
      (Self.read(java)?.numbers["java.threads.live"] ?? 0) > 0 || java.exitStatus() != nil
    }
    guard java.exitStatus() == nil else { return }
    let pid = "\(java.processIdentifier)"
    #expect(try await Command("\(home)/bin/jcmd", pid, "GC.run").status == 0)
    let before = try #require(Self.read(java))
    let printed = try await Command("\(home)/bin/jcmd", pid, "PerfCounter.print")
    let after = try #require(Self.read(java))
    var compared = 0
    for line in printed.output.split(separator: "\n") {
      guard let sign = line.firstIndex(of: "=") else { continue }
      let (name, value) = (String(line[..<sign]), String(line[line.index(after: sign)...]))
      // What changed meanwhile cannot be compared.
      if let number = before.numbers[name], number == after.numbers[name] {
        #expect(UInt64(bitPattern: Int64(value) ?? -1) == number, "\(name)")
        compared += 1
      }
      if let text = before.texts[name] { #expect("\"\(text)\"" == value, "\(name)") }
    }
    #expect(compared > 30)
    let reading = before.reading
    #expect(reading.heapLimitBytes == 64 << 20)
    #expect(reading.collector != nil)
    let heap = reading.pools.filter { $0.area == .heap }
    #expect(heap.contains { ($0.usedBytes ?? 0) > 0 })
    #expect(
      before.counters.contains { counter, value in
        if case .collections = counter { value > 0 } else { false }
      })
  }

  @Test func `a virtual machine that was told to keep its data to itself is said to`() async throws {
    let home = try #require(InstalledJDKs.homes.first)
    for flag in ["-XX:-UsePerfData", "-XX:+PerfDisableSharedMem"] {
      let java = try Self.start(home, [flag])
      try await eventually("it is a Java by now") { Self.identity(java)?.arguments.contains(flag) == true }
      let identity = try #require(Self.identity(java))
      var file = PerformanceFile(procfs: Procfs(root: "/proc"), identity: identity)
      #expect(throws: PartFailure(.disabled)) { try file.read(startedAt: nil, now: .seconds(0)).get() }
    }
  }
}
