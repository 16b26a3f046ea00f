import Glibc
import Model
import Systemd
import TestSupport
import Testing

@testable import Monitor

/// Processes of the kernel's own `/proc`, which these tests start, change and end.
@Suite struct RealProcessTests {
  private static func watch(_ arguments: [String]) -> ProcessWatch {
    let settings = ProcessCollector.Settings(procfs: Procfs(root: "/proc")) { identity in
      identity.arguments.dropFirst().elementsEqual(arguments) ? .named("it") : nil
    }
    return ProcessWatch(settings, constants: .current)
  }

  /// Holds more the more lines it reads: `fds COUNT` or `memory MEGABYTES`.
  private static let program = """
    import sys, os
    kept = []
    print("ready", flush=True)
    for line in sys.stdin:
        what, count = line.split()
        if what == "fds": kept += [os.open("/dev/null", 0) for _ in range(int(count))]
        else: kept.append(b"x" * (int(count) << 20))
        print("done", flush=True)
    """

  private static func start(_ mark: String) async throws -> (child: ChildProcess, arguments: [String]) {
    let arguments = ["-c", program, "\(mark) \(getpid())"]
    let child = try ChildProcess("python3", arguments)
    try await eventually("it is ready") { child.standardOutput.lines.contains("ready") }
    return (child, arguments)
  }

  private static func tell(_ child: ChildProcess, _ line: String) async throws {
    let before = child.standardOutput.lines.count
    child.write(line + "\n")
    try await eventually("it is done") { child.standardOutput.lines.count > before }
  }

  private static func only(_ watch: ProcessWatch, at seconds: Int64) async throws -> ProcessReading {
    try #require(try await watch.read(at: seconds).first)
  }

  @Test func `descriptors and memory are seen to grow`() async throws {
    let (child, arguments) = try await Self.start("grow")
    let watch = Self.watch(arguments)
    let before = try await Self.only(watch, at: 100_000)
    let opened = try #require(before.gauges.openDescriptors)
    try await Self.tell(child, "fds 250")
    try await Self.tell(child, "memory 32")
    let after = try await Self.only(watch, at: 100_010)
    #expect(after.gauges.openDescriptors == opened + 250)
    let grown = try #require(after.gauges.residentBytes) - (try #require(before.gauges.residentBytes))
    #expect((UInt64(32) << 20...UInt64(34) << 20).contains(grown))
    child.closeInput()
  }

  @Test func `numbers are those of the process's own files`() async throws {
    let (child, arguments) = try await Self.start("agree")
    let watch = Self.watch(arguments)
    let reading = try await Self.only(watch, at: 100_000)
    let folder = "/proc/\(child.processIdentifier)"
    func text(_ name: String) throws -> String {
      String(decoding: try Files.bytes(of: "\(folder)/\(name)"), as: UTF8.self)
    }
    #expect(reading.pid == child.processIdentifier)
    #expect(reading.gauges.memoryMaps == (try text("maps").split(separator: "\n").count))
    #expect(reading.gauges.oomScore.map { "\($0)\n" } == (try text("oom_score")))
    #expect(reading.gauges.threads == 1)
    var limit = rlimit()
    unsafe getrlimit(__rlimit_resource_t(7), &limit)  // RLIMIT_NOFILE
    #expect(reading.gauges.descriptorLimit == UInt64(limit.rlim_cur))
    #expect(try text("io").contains("read_bytes: \(reading.counters[.readBytes] ?? 1)\n"))
    #expect(try text("io").contains("\nwrite_bytes: \(reading.counters[.writtenBytes] ?? 1)\n"))
    let ps = try await Command("ps", "-o", "min_flt=,maj_flt=", "-p", "\(child.processIdentifier)")
    #expect(
      ps.output.split(separator: " ").map { $0.filter(\.isNumber) } == [
        "\(reading.counters[.minorFaults] ?? 0)", "\(reading.counters[.majorFaults] ?? 0)",
      ])
    let started = try #require(reading.startTime).seconds
    #expect(abs(started - SystemTime().now().wall.seconds) < 60)
    child.closeInput()
  }

  @Test func `a kill and a new start are seen`() async throws {
    let (child, arguments) = try await Self.start("again")
    let watch = Self.watch(arguments)
    _ = try await Self.only(watch, at: 100_000)
    child.signal(SIGKILL)
    _ = try await child.wait()
    #expect(try await Self.only(watch, at: 100_010).isUp == false)
    let (next, _) = try await Self.start("again")
    let reading = try await Self.only(watch, at: 100_020)
    #expect(reading.isUp)
    #expect(reading.pid == next.processIdentifier)
    #expect(reading.restarts == 1)
    next.closeInput()
  }

  @Test func `switches are those of all threads, not of the first one`() async throws {
    let script = """
      import threading, time
      ran, end = threading.Barrier(9), threading.Event()
      def sleep():
          for _ in range(200): time.sleep(0.0005)
          ran.wait(); end.wait()
      threads = [threading.Thread(target=sleep, daemon=True) for _ in range(8)]
      print("ready", flush=True); input()
      for thread in threads: thread.start()
      ran.wait(); print("ran", flush=True); input()
      """
    let child = try ChildProcess("python3", ["-c", script])
    let watch = Self.watch(["-c", script])
    try await eventually("it is ready") { child.standardOutput.lines.contains("ready") }
    #expect(try await Self.only(watch, at: 100_000).counters[.voluntarySwitches] == 0)
    child.write("\n")
    try await eventually("its threads slept") { child.standardOutput.lines.contains("ran") }
    let reading = try await Self.only(watch, at: 100_060)
    #expect((reading.counters[.voluntarySwitches] ?? 0) >= 8 * 200)
    child.closeInput()
  }
}
