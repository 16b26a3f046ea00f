import Model
import Systemd
import Testing

@testable import Monitor

@Suite struct UnitPropertiesTests {
  @Test func `what systemd does not know is absent`() {
    let properties = UnitProperties([
      .memory: .unsigned(.max), .tasks: .unsigned(0), .watchdog: .unsigned(0), .cpu: .other,
      .activeEnter: .unsigned(.max), .stateChange: .unsigned(.max - 1), .mainPID: .signed(-1),
    ])
    #expect(properties.number(.memory) == nil)
    #expect(properties.number(.tasks) == 0)
    #expect(properties.number(.cpu) == nil)
    #expect(properties.number(.mainPID) == nil)
    #expect(properties.number(.readBytes) == nil)
    #expect(properties.time(.watchdog) == nil)
    #expect(properties.time(.activeEnter) == nil)
    #expect(properties.time(.stateChange) == nil)
  }

  @Test func `microseconds become times`() {
    let properties = UnitProperties([.stateChange: .unsigned(1_700_000_000_123_456)])
    #expect(properties.time(.stateChange) == Timestamp(nanoseconds: 1_700_000_000_123_456_000))
  }

  @Test func `a service's properties become its reading`() {
    var reading = UnitReading(name: "a.service", state: .activating)
    reading.apply(
      common: UnitProperties([
        .activeState: .string("active"), .activeEnter: .unsigned(2_000_000),
        .stateChange: .unsigned(3_000_000),
      ]))
    reading.apply(
      special: UnitProperties([
        .result: .string("oom-kill"), .mainPID: .unsigned(812), .exitCode: .signed(2),
        .exitStatus: .signed(9),
        .watchdog: .unsigned(4_000_000), .controlGroup: .string("/system.slice/a.service"),
        .memory: .unsigned(10), .memoryPeak: .unsigned(20), .cpu: .unsigned(30), .tasks: .unsigned(40),
        .readBytes: .unsigned(50), .writeBytes: .unsigned(60),
      ]))
    #expect(reading.state == .active)
    #expect(reading.startTime == Timestamp(seconds: 2))
    #expect(reading.stateChange == Timestamp(seconds: 3))
    #expect(reading.result == .oomKill)
    #expect(reading.mainPID == 812)
    #expect(reading.exitStatus == 137)
    #expect(reading.watchdog == Timestamp(seconds: 4))
    #expect(reading.controlGroup == "/system.slice/a.service")
    var resources = UnitResources()
    resources.memoryBytes = 10
    resources.memoryPeakBytes = 20
    resources.cpuNanoseconds = 30
    resources.tasks = 40
    resources.readBytes = 50
    resources.writeBytes = 60
    #expect(reading.resources == resources)
  }

  @Test func `a unit that runs nothing has no process, no start and no cgroup`() {
    var reading = UnitReading(name: "a.service", state: .active)
    reading.apply(
      common: UnitProperties([.activeState: .string("failed"), .activeEnter: .unsigned(2_000_000)]))
    reading.apply(special: UnitProperties([.mainPID: .unsigned(0), .controlGroup: .string("")]))
    #expect(reading.startTime == nil)
    #expect(reading.mainPID == nil)
    #expect(reading.controlGroup == nil)
  }

  @Test(arguments: [
    (0, 0, nil), (1, 0, 0), (1, 143, 143), (2, 9, 137), (3, 6, 134), (7, 1, nil), (1, 256, nil),
  ])
  func `an exit status is said as shells say it`(code: UInt64, status: UInt64, expected: Int64?) {
    #expect(UnitReading.exitStatus(code: code, status: status) == expected)
  }

  @Test func `a kind of unit is told by its name's end`() {
    #expect(UnitKind(name: "a.b@c.service")?.interface == "org.freedesktop.systemd1.Service")
    #expect(UnitKind(name: "dev-sda.device")?.hasControlGroup == false)
    #expect(UnitKind(name: "network.target")?.interface == nil)
    #expect(UnitKind(name: "kafka") == nil)
    #expect(UnitKind(name: "kafka.conf") == nil)
  }
}
