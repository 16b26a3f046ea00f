import Glibc
import Systemd
import TestSupport
import Testing

/// The service manager is a datagram socket of ours, as systemd's own is.
@Suite struct NotifierTests {
  @Test(arguments: ["/tmp/brokerwatch-notify-\(getpid())", "@brokerwatch-notify-\(getpid())"])
  func `a service tells its manager how it fares, one message each`(address: String) async throws {
    let manager = try UnixSocket(bindingDatagrams: address)
    let before = KernelClock.monotonicMicroseconds
    let service = try ChildProcess(Probe.path, ["notify"], environment: ["NOTIFY_SOCKET": address])
    let status = try await service.wait()
    #expect(try await service.standardOutput.text() == "watchdog: none\n")
    #expect(status == 0)
    #expect(manager.receive() == "STATUS=starting READY=1")
    #expect(manager.receive() == "READY=1")
    let reloading = try #require(manager.receive()).split(separator: "\n")
    #expect(reloading.first == "RELOADING=1")
    let time = try #require(reloading.last?.split(separator: "=").last.flatMap { UInt64($0) })
    #expect(reloading.last == "MONOTONIC_USEC=\(time)")
    #expect(before...KernelClock.monotonicMicroseconds ~= time)
    #expect(manager.receive() == "READY=1")
    #expect(manager.receive() == "WATCHDOG=1")
    #expect(manager.receive() == "STOPPING=1")
    #expect(manager.receive() == nil)
  }

  @Test func `without a manager every notification succeeds and does nothing`() async throws {
    let service = try ChildProcess(Probe.path, ["notify"])
    #expect(try await service.wait() == 0)
    #expect(try await service.standardOutput.text() == "watchdog: none\n")
  }

  @Test func `the watchdog's interval is the one meant for this process`() async throws {
    let service = try ChildProcess(Probe.path, ["notify"], environment: ["WATCHDOG_USEC": "1500000"])
    #expect(try await service.standardOutput.text() == "watchdog: 1.5 seconds\n")
    let other = try ChildProcess(
      Probe.path, ["notify"], environment: ["WATCHDOG_USEC": "1500000", "WATCHDOG_PID": "1"])
    #expect(try await other.standardOutput.text() == "watchdog: none\n")
  }

  @Test(arguments: [
    (
      ["WATCHDOG_USEC": "soon"],
      "Cannot learn how often to ping the watchdog: sd_watchdog_enabled failed: Invalid argument (errno 22). WATCHDOG_USEC and WATCHDOG_PID must be numbers, as systemd sets them."
    ),
    (
      ["NOTIFY_SOCKET": "relative"],
      "Cannot notify the service manager at 'relative': NOTIFY_SOCKET is neither a path nor an abstract socket name."
    ),
    (
      ["NOTIFY_SOCKET": "/" + String(repeating: "x", count: 200)],
      "Cannot notify the service manager at '/\(String(repeating: "x", count: 200))': NOTIFY_SOCKET is neither a path nor an abstract socket name."
    ),
    (
      ["NOTIFY_SOCKET": "@nobody-listens"],
      "Cannot notify the service manager at '@nobody-listens': sendto failed: Connection refused (errno 111)."
    ),
  ])
  func `what the manager got wrong is said`(environment: [String: String], message: String) async throws {
    let service = try ChildProcess(Probe.path, ["notify"], environment: environment)
    #expect(try await service.wait() == 1)
    #expect(try await service.standardOutput.text().split(separator: "\n").last == message[...])
  }
}
