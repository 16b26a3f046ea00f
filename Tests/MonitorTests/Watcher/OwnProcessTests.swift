import Glibc
import Model
import Testing

@testable import Monitor

@Suite struct OwnProcessTests {
  @Test func `the kernel's numbers of this very process come out`() throws {
    let usage = try OwnProcess.read(from: Procfs(root: "/proc"))
    var resources = rusage()
    unsafe getrusage(__rusage_who_t(0), &resources)  // RUSAGE_SELF
    let cpu = Double(resources.ru_utime.tv_sec + resources.ru_stime.tv_sec) + 2
    #expect(try #require(usage.cpuSeconds) <= cpu)
    #expect(try #require(usage.residentBytes) <= UInt64(resources.ru_maxrss) * 1024 + 64 << 20)
    #expect(try #require(usage.openDescriptors) >= 3)
    var limit = rlimit()
    unsafe getrlimit(__rlimit_resource_t(7), &limit)  // RLIMIT_NOFILE
    #expect(usage.descriptorLimit == UInt64(limit.rlim_cur))
    let started = try #require(usage.startTime)
    #expect(started <= SystemTime().now().wall)
    #expect(started.seconds > SystemTime().now().wall.seconds - 86_400)
  }

  @Test func `units are seconds and bytes, and absurd numbers are absent instead of a crash`() {
    let stat = ProcessStat(
      userTicks: 150, systemTicks: 50, threads: 3, startTicks: 250, virtualBytes: 7, residentPages: 10)
    let usage = OwnProcess.usage(
      stat, limits: nil, boot: Timestamp(seconds: 1000), openDescriptors: nil, ticksPerSecond: 100,
      pageSize: 4096)
    #expect(usage.cpuSeconds == 2)
    #expect(usage.residentBytes == 40960)
    #expect(usage.startTime == Timestamp(nanoseconds: 1_002_500_000_000))
    #expect(usage.openDescriptors == nil)
    let absurd = ProcessStat(
      userTicks: .max, systemTicks: .max, threads: 1, startTicks: .max, virtualBytes: 0, residentPages: .max)
    let unknown = OwnProcess.usage(
      absurd, limits: nil, boot: Timestamp(seconds: 1000), openDescriptors: nil, ticksPerSecond: 100,
      pageSize: 4096)
    #expect(unknown.residentBytes == nil)
    #expect(unknown.startTime == nil)
  }

  @Test func `a root that is no procfs is named`() {
    #expect(throws: CollectorError.self) { try OwnProcess.read(from: Procfs(root: "/nonexistent")) }
    do {
      _ = try OwnProcess.read(from: Procfs(root: "/nonexistent"))
    } catch {
      #expect(error.reason == .unreadable)
      #expect(error.description.contains("/nonexistent/self/stat"))
    }
  }
}
