import Model
import TestSupport
import Testing

@testable import Monitor

/// The replies are those of a dockerd 20.10.24 with cgroups of version 1, and for version 2 in the form of its documentation:
/// `percpu_usage` and `max_usage` are gone, `inactive_file` counts for the whole container, operations are in lower case.
@Suite struct UsageReplyTests {
  private func parse(_ text: String) throws -> UsageReply {
    try #require(UsageReply.parse(Array(text.utf8)))
  }

  @Test func `cgroups of version 1`() throws {
    let reply = try parse(
      #"""
      {"read":"2026-11-21T13:43:58.524109471Z","preread":"0001-01-01T00:00:00Z","pids_stats":{"current":3},
      "blkio_stats":{"io_service_bytes_recursive":[{"major":8,"minor":0,"op":"Read","value":4096},
      {"major":8,"minor":0,"op":"Write","value":10},{"major":8,"minor":0,"op":"Sync","value":4106},
      {"major":8,"minor":0,"op":"Async","value":0},{"major":8,"minor":0,"op":"Total","value":4106},
      {"major":8,"minor":16,"op":"Read","value":1}],"io_serviced_recursive":[{"op":"Read","value":99}]},
      "num_procs":0,"storage_stats":{},"cpu_stats":{"cpu_usage":{"total_usage":2523404476,
      "percpu_usage":[411587870,2111816606],"usage_in_kernelmode":40000000,"usage_in_usermode":2470000000},
      "system_cpu_usage":46769120000000,"online_cpus":2,
      "throttling_data":{"periods":53,"throttled_periods":44,"throttled_time":1759820830}},
      "precpu_stats":{"cpu_usage":{"total_usage":0,"usage_in_kernelmode":0,"usage_in_usermode":0},
      "throttling_data":{"periods":0,"throttled_periods":0,"throttled_time":0}},
      "memory_stats":{"usage":339968,"max_usage":4087808,"stats":{"inactive_file":1,"total_inactive_file":8192},
      "limit":25276502016},"name":"/b2","id":"f3de78dca47f","networks":{
      "eth0":{"rx_bytes":932,"rx_packets":10,"rx_errors":1,"rx_dropped":2,"tx_bytes":7,"tx_packets":3,"tx_errors":4,"tx_dropped":5},
      "eth1":{"rx_bytes":68,"rx_packets":1,"rx_errors":0,"rx_dropped":0,"tx_bytes":3,"tx_packets":1,"tx_errors":0,"tx_dropped":0}}}
      """#)
    #expect(reply.cpu == CPUTimes(total: 2_523_404_476, user: 2_470_000_000, system: 40_000_000))
    #expect(reply.usage.throttledTime == .nanoseconds(1_759_820_830))
    #expect(reply.usage.memory == 339_968)
    #expect(reply.usage.workingSet == 331_776)
    #expect(reply.usage.processes == 3)
    #expect(reply.usage.blockBytesRead == 4097)
    #expect(reply.usage.blockBytesWritten == 10)
    let traffic = try #require(reply.usage.traffic)
    #expect([traffic.received.bytes, traffic.received.packets] == [1000, 11])
    #expect([traffic.received.errors, traffic.received.drops] == [1, 2])
    #expect([traffic.transmitted.bytes, traffic.transmitted.packets] == [10, 4])
    #expect([traffic.transmitted.errors, traffic.transmitted.drops] == [4, 5])
  }

  @Test func `cgroups of version 2`() throws {
    let reply = try parse(
      #"""
      {"read":"2026-01-02T03:04:05Z","pids_stats":{"current":20,"limit":18446744073709551615},
      "blkio_stats":{"io_service_bytes_recursive":[{"major":259,"minor":0,"op":"read","value":500},
      {"major":259,"minor":0,"op":"write","value":60}],"io_serviced_recursive":null},
      "cpu_stats":{"cpu_usage":{"total_usage":29912000,"usage_in_kernelmode":21994000,"usage_in_usermode":7918000},
      "system_cpu_usage":5,"online_cpus":5,"throttling_data":{"periods":0,"throttled_periods":0,"throttled_time":0}},
      "memory_stats":{"usage":1000,"stats":{"anon":300,"file":700,"inactive_file":450,"file_mapped":0},"limit":2000}}
      """#)
    #expect(reply.cpu == CPUTimes(total: 29_912_000, user: 7_918_000, system: 21_994_000))
    #expect(reply.usage.workingSet == 550)
    #expect([reply.usage.blockBytesRead, reply.usage.blockBytesWritten] == [500, 60])
    #expect(reply.usage.traffic == nil, "it shares the host's network")
    #expect(reply.usage.throttledTime == .zero)
  }

  @Test func `a container that does not run is answered with zeros that are no values`() throws {
    let reply = try parse(
      #"""
      {"read":"0001-01-01T00:00:00Z","preread":"0001-01-01T00:00:00Z","pids_stats":{},
      "blkio_stats":{"io_service_bytes_recursive":null},"num_procs":0,"storage_stats":{},
      "cpu_stats":{"cpu_usage":{"total_usage":0,"usage_in_kernelmode":0,"usage_in_usermode":0},
      "throttling_data":{"periods":0,"throttled_periods":0,"throttled_time":0}},"memory_stats":{},"name":"/dead"}
      """#)
    #expect(reply == UsageReply())
  }

  @Test(
    arguments: [
      (1000, 999, 1), (1000, 1000, 1000), (1000, 1001, 1000), (1000, 0, 1000),
    ] as [(UInt64, UInt64, UInt64)])
  func `inactive cache is not counted unless there is more of it than memory`(
    usage: UInt64, inactive: UInt64, expected: UInt64
  ) throws {
    let reply = try parse(
      #"{"read":"2026-01-02T03:04:05Z","memory_stats":{"stats":{"inactive_file":\#(inactive)},"usage":\#(usage)}}"#
    )
    #expect(reply.usage.workingSet == expected)
  }

  @Test func `what an engine does not tell is absent`() throws {
    let reply = try parse(#"{"read":"2026-01-02T03:04:05Z","memory_stats":{"usage":5},"networks":{}}"#)
    var expected = ContainerUsage()
    expected.memory = 5
    #expect(reply.usage == expected)
    #expect(reply.cpu == nil)
  }

  @Test func `devices without any traffic yet are zero, where devices are told at all`() throws {
    let reply = try parse(#"{"read":"2026-01-02T03:04:05Z","blkio_stats":{"io_service_bytes_recursive":[]}}"#)
    #expect([reply.usage.blockBytesRead, reply.usage.blockBytesWritten] == [0, 0])
  }

  @Test func `half a reply is none`() {
    #expect(UsageReply.parse(Array(#"{"read":"2026-01-02T03:04:05Z","memory_stats":{"usage":5"#.utf8)) == nil)
    #expect(UsageReply.parse([]) == nil)
  }
}
