import Model
import TestSupport
import Testing

@testable import Monitor

@Suite struct PerformanceDataTests {
  private static let serial: [(name: String, value: PerformanceBytes.Value)] = [
    ("sun.os.hrt.frequency", .number(1_000_000_000)), ("java.threads.live", .number(17)),
    ("java.property.java.version", .text("17.0.15")), ("java.property.java.vm.name", .text("OpenJDK")),
    ("java.rt.vmArgs", .text("-Dpassword=secret")), ("sun.rt.javaCommand", .text("kafka.Kafka")),
    ("sun.gc.policy.name", .text("Copy:MSC")),
    ("sun.gc.collector.0.name", .text("Serial young collection pauses")),
    ("sun.gc.collector.0.invocations", .number(4)), ("sun.gc.collector.0.time", .number(2_500_000_000)),
    ("sun.gc.generation.0.name", .text("new")), ("sun.gc.generation.0.maxCapacity", .number(3000)),
    ("sun.gc.generation.0.space.0.name", .text("eden")), ("sun.gc.generation.0.space.0.used", .number(11)),
    ("sun.gc.generation.0.space.0.capacity", .number(100)),
    ("sun.gc.generation.0.space.0.maxCapacity", .number(1000)),
    ("sun.gc.generation.0.space.1.name", .text("s0")), ("sun.gc.generation.0.space.1.used", .number(0)),
    ("sun.gc.generation.1.name", .text("old")), ("sun.gc.generation.1.maxCapacity", .number(7000)),
    ("sun.gc.generation.1.space.0.name", .text("old")), ("sun.gc.generation.1.space.0.used", .number(12)),
    ("sun.gc.metaspace.used", .number(5)), ("sun.gc.metaspace.capacity", .number(6)),
    ("sun.gc.compressedclassspace.used", .number(0)), ("sun.gc.compressedclassspace.capacity", .number(0)),
    ("sun.rt.safepoints", .number(8)), ("sun.rt.safepointTime", .number(9)),
    ("sun.rt.createVmBeginTime", .number(1_700_000_000_123)),
  ]

  @Test(arguments: [false, true]) func `either byte order is read`(isBigEndian: Bool) throws {
    let data = try PerformanceData(PerformanceBytes(isBigEndian: isBigEndian).bytes(Self.serial))
    let reading = data.reading
    #expect(reading.version == "17.0.15")
    #expect(reading.name == "OpenJDK")
    #expect(reading.collector == "Copy:MSC")
    #expect(reading.threads == 17)
    #expect(data.startTime == Timestamp(nanoseconds: 1_700_000_000_123_000_000))
    #expect(
      data.counters == [
        .collections(gc: "Serial young collection pauses"): 4,
        .collectionTime(gc: "Serial young collection pauses"): 2_500_000_000,
        .safepoints: 8, .safepointTime: 9,
      ])
  }

  @Test func `pools are the spaces of the heap, and of the classes those that were measured`() throws {
    let reading = try PerformanceData(PerformanceBytes().bytes(Self.serial)).reading
    #expect(
      reading.pools == [
        JVMPool(area: .heap, name: "eden", usedBytes: 11, committedBytes: 100, limitBytes: 1000),
        JVMPool(area: .heap, name: "s0", usedBytes: 0), JVMPool(area: .heap, name: "old", usedBytes: 12),
        JVMPool(area: .nonheap, name: "metaspace", usedBytes: 5, committedBytes: 6),
        JVMPool(area: .nonheap, name: "compressed_class_space"),
      ])
    #expect(reading.heapLimitBytes == 10_000)
  }

  @Test func `a collector by regions has one heap, whatever its generations say`() throws {
    let entries: [(name: String, value: PerformanceBytes.Value)] = [
      ("sun.gc.policy.name", .text("GarbageFirst")),
      ("sun.gc.generation.0.maxCapacity", .number(67_108_888)),
      ("sun.gc.generation.1.maxCapacity", .number(67_108_872)),
    ]
    let reading = try PerformanceData(PerformanceBytes().bytes(entries)).reading
    #expect(reading.heapLimitBytes == 67_108_864)
  }

  @Test func `ticks of any frequency are time`() throws {
    for (frequency, ticks, expected) in [
      (UInt64(1000), UInt64(1500), UInt64?(1_500_000_000)), (0, 1, nil), (1, .max, nil),
      (2_500_000_000, .max, 7_378_697_629_483_820_646),
    ] {
      let data = try PerformanceData(
        PerformanceBytes().bytes([
          ("sun.os.hrt.frequency", .number(frequency)), ("sun.rt.safepointTime", .number(ticks)),
        ]))
      #expect(data.counters[.safepointTime] == expected)
    }
  }

  @Test func `command lines and properties, where secrets may stand, are not kept`() throws {
    let data = try PerformanceData(PerformanceBytes().bytes(Self.serial))
    #expect(!data.texts.values.contains { $0.contains("secret") || $0.contains("kafka") })
  }

  @Test func `what is not performance data, or not yet, is refused`() {
    #expect(throws: PerformanceData.Problem.malformed) { try PerformanceData([]) }
    #expect(throws: PerformanceData.Problem.malformed) {
      try PerformanceData([UInt8](repeating: 0, count: 32_768))
    }
    #expect(throws: PerformanceData.Problem.notReady) {
      try PerformanceData(PerformanceBytes(isAccessible: false).bytes(Self.serial))
    }
  }

  @Test func `no part of it and no damage to it does harm`() {
    let whole = PerformanceBytes().bytes(Self.serial)
    var readable = 0
    for count in 0..<whole.count {
      if (try? PerformanceData(Array(whole[..<count]))) != nil { readable += 1 }
    }
    // Only the padding behind the last entry may be missing.
    #expect(readable == 64)
    var random = SeededGenerator(seed: 9)
    for round in 0..<50_000 {
      var damaged = whole
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        // The prologue and the headers of the first entries are where offsets stand.
        let end = round.isMultiple(of: 2) ? 200 : damaged.count
        damaged[Int.random(in: 0..<end, using: &random)] = .random(in: 0...255, using: &random)
      }
      guard let data = try? PerformanceData(damaged) else { continue }
      let reading = data.reading
      #expect(reading.pools.count <= 72)
      #expect(data.counters.count <= 20)
    }
  }

  @Test func `a file of an earlier process is stale`() throws {
    let data = try PerformanceData(PerformanceBytes().bytes(Self.serial))
    #expect(!PerformanceFile.isStale(data, startedAt: Timestamp(seconds: 1_699_999_000)))
    #expect(!PerformanceFile.isStale(data, startedAt: Timestamp(seconds: 1_700_000_029)))
    #expect(PerformanceFile.isStale(data, startedAt: Timestamp(seconds: 1_700_000_031)))
    #expect(!PerformanceFile.isStale(data, startedAt: nil))
  }
}
