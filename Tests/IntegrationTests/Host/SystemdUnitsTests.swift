import TestSupport
import Testing

/// Units of a real systemd, compared with what its own tool says of them.
@Suite(
  .serialized,
  .enabled("no systemd can be started in a namespace here") { await SystemdRoot.isUsable() })
struct SystemdUnitsTests {
  private func service(_ command: String, _ more: String...) -> String {
    "[Service]\nExecStart=/bin/sh -c '\(command)'\n" + more.map { "\($0)\n" }.joined()
  }

  @Test func `a unit's numbers are those of systemctl, while it runs and after it was stopped`() async throws
  {
    let systemd = try await SystemdRoot()
    let accounting = ["CPU", "Memory", "Tasks", "IO"].map { "\($0)Accounting=yes\n" }.joined()
    try await systemd.install([
      "kafka-main.service": service("while true; do :; done & exec sleep infinity", accounting)
    ])
    try await systemd.systemctl("start", "kafka-main.service")
    let daemon = try await systemd.watch(["kafka*.service"])
    let page = try await daemon.page { $0.unit("active", "kafka-main.service") == 1 }
    try await expectAgreement(page, systemd, "kafka-main.service")
    #expect(page.unitState("kafka-main.service") == "active")
    #expect(page.unit("main_pid", "kafka-main.service") != nil)
    #expect(page.unit("tasks", "kafka-main.service").map { $0 >= 2 } ?? true)
    #expect(page.samples(of: "broker_systemd_state").filter { $0.value == 1 }.count == 1)

    try await systemd.systemctl("kill", "--signal=KILL", "--kill-who=main", "kafka-main.service")
    let killed = try await daemon.page { $0.unitState("kafka-main.service") == "failed" }
    #expect(killed.unitResult("kafka-main.service") == "signal")
    #expect(killed.unit("exit_status", "kafka-main.service") == 137)
    #expect(killed.unit("active", "kafka-main.service") == 0)
    #expect(killed.unit("main_pid", "kafka-main.service") == nil)
    #expect(killed.unit("start_time_seconds", "kafka-main.service") == nil)
    #expect(killed.value(of: "broker_systemd_failed_units") == 1)
    try await expectAgreement(killed, systemd, "kafka-main.service")
  }

  /// Gauges that stand still must be equal; CPU time has gone on since the page was made.
  private func expectAgreement(_ page: MetricsPage, _ systemd: SystemdRoot, _ unit: String) async throws {
    let shown = try await systemd.show(unit)
    func number(_ property: String) -> Double? {
      let text = shown[property] ?? ""
      // What systemd has no value for.
      guard text != "\(UInt64.max)" else { return nil }
      return text.hasPrefix("@") ? Double(text.dropFirst()) : Double(text)
    }
    #expect(page.unitState(unit) == shown["ActiveState"])
    #expect(page.unitResult(unit) == shown["Result"])
    #expect(page.unit("restarts_total", unit) == number("NRestarts"))
    #expect((page.unit("main_pid", unit) ?? 0) == number("MainPID"))
    #expect(
      page.unit("state_change_timestamp_seconds", unit)?.rounded(.down) == number("StateChangeTimestamp"))
    #expect(page.unit("tasks", unit) == number("TasksCurrent"))
    #expect((page.unit("memory_bytes", unit) == nil) == (number("MemoryCurrent") == nil))
    #expect((page.unit("read_bytes_total", unit) == nil) == (number("IOReadBytes") == nil))
    if let start = page.unit("start_time_seconds", unit) {
      #expect(start.rounded(.down) == number("ActiveEnterTimestamp"))
    }
    let cpu = page.unit("cpu_seconds_total", unit)
    #expect((cpu == nil) == (number("CPUUsageNSec") == nil))
    if let cpu, let now = number("CPUUsageNSec") { #expect(cpu <= now / 1e9 + 1e-6) }
  }

  @Test
  func `a storm of restarts is counted, ends at systemd's limit, and a start by hand sets nothing back`()
    async throws
  {
    let systemd = try await SystemdRoot()
    // After a failure, systemd keeps that one's result when it hits the limit.
    try await systemd.install([
      "broker.service": "[Unit]\nStartLimitIntervalSec=60\nStartLimitBurst=4\n"
        + service("exit 0", "Restart=always", "RestartSec=100ms")
    ])
    let daemon = try await systemd.watch(["broker.service"])
    try await systemd.systemctl("start", "broker.service")
    let limited = try await daemon.page { $0.unitResult("broker.service") == "start-limit-hit" }
    #expect(limited.unitState("broker.service") == "failed")
    #expect(limited.unit("exit_status", "broker.service") == 0)
    let restarts = try #require(limited.unit("restarts_total", "broker.service"))
    #expect(restarts == Double((try await systemd.show("broker.service"))["NRestarts"] ?? ""))
    #expect(restarts >= 3)
    try await systemd.systemctl("reset-failed", "broker.service")
    try await systemd.systemctl("start", "broker.service")
    let again = try await daemon.page {
      $0.unitState("broker.service") == "failed"
        && ($0.unit("restarts_total", "broker.service") ?? 0) > restarts
        && $0.unitResult("broker.service") == "start-limit-hit"
    }
    // systemd itself counts from 0 again.
    let shown = Double((try await systemd.show("broker.service"))["NRestarts"] ?? "") ?? 0
    #expect(again.unit("restarts_total", "broker.service") == restarts + shown)
  }

  @Test func `a watchdog that is not fed ends a unit with that result`() async throws {
    let systemd = try await SystemdRoot()
    let feed = "systemd-notify --ready; systemd-notify WATCHDOG=1; exec sleep infinity"
    try await systemd.install([
      "redpanda.service": service(feed, "Type=notify", "NotifyAccess=all", "WatchdogSec=3s")
    ])
    let daemon = try await systemd.watch(["redpanda.service"])
    try await systemd.systemctl("start", "redpanda.service")
    let fed = try await daemon.page { $0.unit("watchdog_timestamp_seconds", "redpanda.service") != nil }
    #expect(fed.unitState("redpanda.service") == "active")
    let late = try await daemon.page { $0.unitResult("redpanda.service") == "watchdog" }
    #expect(["failed", "deactivating"].contains(late.unitState("redpanda.service")))
  }

  @Test func `instances of a template come and go, and a unit with a name stays`() async throws {
    let systemd = try await SystemdRoot()
    try await systemd.install([
      "line@.service": service("exec sleep infinity"), "kafka.service": service("exec sleep infinity"),
    ])
    let daemon = try await systemd.watch(
      ["line@*.service", "kafka.service"], more: ", exclude: [line@9*]")
    for unit in ["line@1.service", "line@2.service", "line@9.service", "kafka.service"] {
      try await systemd.systemctl("start", unit)
    }
    let all = try await daemon.page { page in
      ["line@1.service", "line@2.service", "kafka.service"].allSatisfy { page.unit("active", $0) == 1 }
    }
    #expect(all.unit("active", "line@9.service") == nil)
    try await systemd.systemctl("stop", "line@1.service", "kafka.service")
    let fewer = try await daemon.page { $0.unit("active", "line@1.service") == nil }
    #expect(fewer.unit("active", "line@2.service") == 1)
    let stopped = try await daemon.page { $0.unit("active", "kafka.service") == 0 }
    #expect(stopped.unitState("kafka.service") == "inactive")
    // What has no file any more is not there any more.
    _ = try await systemd.run(["rm", "/etc/systemd/system/kafka.service"])
    try await systemd.systemctl("daemon-reload")
    try await daemon.page { $0.unit("active", "kafka.service") == nil }
  }

  @Test func `neither daemon-reload nor a restart of D-Bus loses a unit`() async throws {
    let systemd = try await SystemdRoot()
    try await systemd.install(["kafka.service": service("exec sleep infinity")])
    try await systemd.systemctl("start", "kafka.service")
    // A busy machine must not look like a systemd that does not answer.
    let daemon = try await systemd.watch(["kafka.service"], more: ", stale_after: 1m")
    try await daemon.page { $0.unit("active", "kafka.service") == 1 }
    for _ in 0..<5 { try await systemd.systemctl("daemon-reload") }
    let reloaded = MetricsPage(try await daemon.pacedMetrics())
    #expect(reloaded.unit("active", "kafka.service") == 1)

    try await systemd.systemctl("restart", "dbus.service")
    let restarted = MetricsPage(try await daemon.pacedMetrics())
    #expect(restarted.unit("active", "kafka.service") == 1)
    try await systemd.systemctl("stop", "kafka.service")
    try await daemon.page { $0.unit("active", "kafka.service") == 0 }
    // Signals come again too: what changes between two ticks is seen.
    try await systemd.systemctl("daemon-reexec")
    try await systemd.systemctl("start", "kafka.service")
    try await daemon.page { $0.unit("active", "kafka.service") == 1 }
    let page = try await daemon.page {
      $0.value(of: "brokerwatch_collector_success", ["collector": "units"]) == 1
    }
    #expect(page.value(of: "brokerwatch_collector_stale", ["collector": "units"]) == 0)
  }

  @Test func `a unit that the kernel killed for its memory says so`() async throws {
    let systemd = try await SystemdRoot()
    // Only version 2 of cgroups tells systemd of it.
    guard systemd.controllers.contains("memory") else { return }
    try await systemd.install([
      "broker.service": service("exec tail /dev/zero", "MemoryMax=20M", "MemorySwapMax=0")
    ])
    let daemon = try await systemd.watch(["broker.service"])
    try await systemd.systemctl("start", "broker.service")
    try await daemon.page { $0.unitResult("broker.service") == "oom-kill" }
  }

  @Test func `a socket that is not there is a failure only where somebody named it`() async throws {
    let nowhere = "\(try TemporaryDirectory().path)/socket"
    let text = "clusters: []\ncollectors: {units: {interval: 1s, socket: '\(nowhere)'}}\n"
    let daemon = try await RunningDaemon([
      "--config.file", try TemporaryDirectory().write(Array(text.utf8), to: "brokerwatch.yaml"),
    ])
    let page = try await daemon.page {
      ($0.value(
        of: "brokerwatch_collector_errors_total", ["collector": "units", "reason": "unreachable"]) ?? 0) > 0
    }
    #expect(page.values(of: "broker_unit_active").isEmpty)
  }
}
