import Exporter
import Model
import TestSupport
import Testing

@Suite struct UnitPageTests {
  private func page(_ section: UnitsSection, _ names: [String: String] = [:]) async throws -> HostPage {
    try await HostPage { world, now in
      world.replace(\.units, with: section, readAt: now, staleAfter: .seconds(30))
      var discovery = DiscoverySection()
      discovery.names.units = names
      world.replace(\.discovery, with: discovery, readAt: now, staleAfter: .seconds(30))
    }
  }

  private static var kafka: UnitReading {
    var unit = UnitReading(name: "kafka.service", state: .active)
    unit.result = .success
    unit.restarts = 3
    unit.exitStatus = 143
    unit.mainPID = 812
    unit.startTime = Timestamp(nanoseconds: 1_700_000_000_250_000_000)
    unit.stateChange = Timestamp(seconds: 1_700_000_001)
    unit.watchdog = Timestamp(seconds: 1_700_000_002)
    unit.controlGroup = "/system.slice/kafka.service"
    unit.resources.memoryBytes = 1024
    unit.resources.memoryPeakBytes = 2048
    unit.resources.cpuNanoseconds = 1_500_000_000
    unit.resources.tasks = 90
    unit.resources.readBytes = 10
    unit.resources.writeBytes = 20
    return unit
  }

  @Test func `everything that is known has its row`() async throws {
    let section = UnitsSection(units: [Self.kafka], systemState: .degraded, failedUnits: 2)
    let rows = try await page(section, ["kafka.service": "1"]).rows
    let labels = "{broker=\"1\",unit=\"kafka.service\"}"
    for row in [
      "broker_unit_active\(labels) 1", "broker_unit_restarts_total\(labels) 3",
      "broker_unit_exit_status\(labels) 143", "broker_unit_main_pid\(labels) 812",
      "broker_unit_start_time_seconds\(labels) 1700000000.25",
      "broker_unit_state_change_timestamp_seconds\(labels) 1700000001",
      "broker_unit_watchdog_timestamp_seconds\(labels) 1700000002", "broker_unit_memory_bytes\(labels) 1024",
      "broker_unit_memory_peak_bytes\(labels) 2048", "broker_unit_cpu_seconds_total\(labels) 1.5",
      "broker_unit_tasks\(labels) 90", "broker_unit_read_bytes_total\(labels) 10",
      "broker_unit_write_bytes_total\(labels) 20", "broker_systemd_failed_units 2", "broker_units_omitted 0",
      "broker_systemd_state{state=\"degraded\"} 1", "broker_systemd_state{state=\"running\"} 0",
      "broker_unit_state{broker=\"1\",unit=\"kafka.service\",state=\"active\"} 1",
      "broker_unit_state{broker=\"1\",unit=\"kafka.service\",state=\"failed\"} 0",
      "broker_unit_result{broker=\"1\",unit=\"kafka.service\",result=\"success\"} 1",
      "broker_unit_result{broker=\"1\",unit=\"kafka.service\",result=\"start-limit-hit\"} 0",
    ] {
      #expect(rows.contains(row), "\(row)")
    }
    #expect(rows.filter { $0.hasPrefix("broker_unit_state{") }.count == UnitState.allCases.count)
  }

  @Test func `what is not known has none, and no broker is no label`() async throws {
    var unit = UnitReading(name: "a.target", state: .inactive)
    unit.stateChange = nil
    let rows = try await page(UnitsSection(units: [unit], unread: ["a.target": "refused"])).rows
    #expect(
      rows.filter { !$0.hasPrefix("broker_unit_state{") } == [
        "broker_unit_active{unit=\"a.target\"} 0",
        "broker_unit_unread{unit=\"a.target\",reason=\"refused\"} 1", "broker_units_omitted 0",
      ])
  }

  @Test func `no more CPU time than a clock can hold is shown`() async throws {
    var unit = Self.kafka
    unit.resources.cpuNanoseconds = .max - 1
    let rows = try await page(UnitsSection(units: [unit])).rows
    #expect(!rows.contains { $0.hasPrefix("broker_unit_cpu_seconds_total") })
  }

  @Test(.enabled(if: PeerProgram.isUsable("promtool", requiredAs: "prometheus"), "promtool is not installed"))
  func `promtool has no objection`() async throws {
    let section = UnitsSection(
      units: [Self.kafka], systemState: .running, failedUnits: 0, unread: ["kafka.service": "refused"])
    let promtool = try ChildProcess("promtool", ["check", "metrics"])
    promtool.write(try await page(section).page.text)
    promtool.closeInput()
    let status = try await promtool.wait()
    #expect(status == 0, "\(promtool.standardError.lines)")
  }
}
