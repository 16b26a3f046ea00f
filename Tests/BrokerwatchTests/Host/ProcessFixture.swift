import Model
import TestSupport

/// Two brokers: `a` with everything that a process can show, and `b`, of which little may be seen.
struct ProcessFixture {
  let procfs: ProcfsFixture
  private var first = ProcfsFixture.Process(pid: 10, startTicks: 50_000)

  init() throws {
    procfs = try ProcfsFixture()
    first.arguments = ["java", "kafka.Kafka", "a"]
    (first.userTicks, first.systemTicks, first.threads) = (1234, 66, 57)
    try procfs.put(first)
    try putKernelFiles()
    try putSwitches([10: (100, 5)])
    try putPressure()
    try putSockets()
    try putVirtualMachine()
    var second = ProcfsFixture.Process(pid: 20, startTicks: 60_000)
    second.arguments = ["redpanda", "kafka.Kafka", "b"]
    second.command = "redpanda"
    try procfs.put(second)
  }

  /// What happens in a minute.
  func moveOn() throws {
    try procfs.remove("20")
    try putSwitches([10: (150, 6), 11: (7, 1)])
  }

  private func putKernelFiles() throws {
    try procfs.write("rchar: 9\nwchar: 8\nread_bytes: 4096\nwrite_bytes: 8192\n", to: "10/io")
    try procfs.write("667\n", to: "10/oom_score")
    try procfs.write(
      "Limit                     Soft Limit           Hard Limit           Units\n"
        + "Max open files            100000               200000               files\n", to: "10/limits")
    try procfs.write("1-2 r-xp\n2-3 r--p\n3-4 rw-p\n", to: "10/maps")
    for descriptor in 0..<5 { try procfs.write("", to: "10/fd/\(descriptor)") }
  }

  private func putSwitches(_ threads: [Int: (voluntary: Int, involuntary: Int)]) throws {
    for (thread, counts) in threads {
      try procfs.write(
        "Name:\tjava\nvoluntary_ctxt_switches:\t\(counts.voluntary)\n"
          + "nonvoluntary_ctxt_switches:\t\(counts.involuntary)\n", to: "10/task/\(thread)/status")
    }
  }

  private func putPressure() throws {
    try procfs.write("0::/system.slice/kafka.service\n", to: "10/cgroup")
    try procfs.write(
      "36 35 0:31 / \(procfs.root)/groups rw - cgroup2 cgroup2 rw\n", to: "self/mountinfo")
    for (resource, some, full) in [("cpu", 1_500_000, 0), ("memory", 20, 10), ("io", 3_000_000, 2_000_000)] {
      let averages = "avg10=0.00 avg60=0.00 avg300=0.00"
      try procfs.write(
        "some \(averages) total=\(some)\nfull \(averages) total=\(full)\n",
        to: "groups/system.slice/kafka.service/\(resource).pressure")
    }
  }

  /// In a network of its own, as that of a container is.
  private func putSockets() throws {
    let server = "0100007F:2384"
    let lines = ["01", "01", "08", "0A"].map { state in
      " 0: \(server) 0100007F:D431 \(state) 00000000:00000000 00:00000000 00000000  1000        0 4711 1\n"
    }
    try procfs.write("  sl  local_address\n", to: "self/net/tcp")
    try procfs.write("  sl  local_address\n" + lines.joined(), to: "10/net/tcp")
  }

  private func putVirtualMachine() throws {
    let bytes = PerformanceBytes().bytes([
      ("sun.os.hrt.frequency", .number(1_000_000_000)), ("java.threads.live", .number(42)),
      ("java.property.java.version", .text("21.0.4")),
      ("java.property.java.vm.name", .text("OpenJDK 64-Bit Server VM")),
      ("java.property.java.vm.vendor", .text("Eclipse Adoptium")),
      ("sun.gc.policy.name", .text("GarbageFirst")),
      ("sun.gc.collector.0.name", .text("G1 young collection pauses")),
      ("sun.gc.collector.0.invocations", .number(17)), ("sun.gc.collector.0.time", .number(1_250_000_000)),
      ("sun.gc.generation.0.name", .text("young")),
      ("sun.gc.generation.0.maxCapacity", .number(1_073_741_848)),
      ("sun.gc.generation.0.space.0.name", .text("eden")),
      ("sun.gc.generation.0.space.0.used", .number(1000)),
      ("sun.gc.generation.0.space.0.capacity", .number(2000)),
      ("sun.gc.generation.0.space.0.maxCapacity", .number(3000)),
      ("sun.gc.generation.0.space.1.name", .text("s0")), ("sun.gc.generation.0.space.1.used", .number(0)),
      ("sun.gc.generation.1.name", .text("old")),
      ("sun.gc.generation.1.maxCapacity", .number(1_073_741_832)),
      ("sun.gc.generation.1.space.0.name", .text("space")),
      ("sun.gc.generation.1.space.0.used", .number(500)), ("sun.gc.metaspace.capacity", .number(70)),
      ("sun.gc.metaspace.used", .number(60)), ("sun.rt.safepoints", .number(99)),
      ("sun.rt.safepointTime", .number(750_000_000)),
      ("sun.rt.createVmBeginTime", .number(1_700_000_501_000)),
    ])
    try procfs.write(bytes, to: "10/root/tmp/hsperfdata_kafka/7")
  }
}
