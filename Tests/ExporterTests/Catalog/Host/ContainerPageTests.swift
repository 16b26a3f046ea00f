import Exporter
import Model
import TestSupport
import Testing

@Suite struct ContainerPageTests {
  private func rows(_ section: ContainersSection, _ names: BrokerNames = BrokerNames()) async throws
    -> [String]
  {
    let time = ManualTime()
    let store = WorldStore(time: time)
    store.replace(\.containers, with: section, staleAfter: .seconds(30))
    store.replace(\.discovery, with: DiscoverySection(names: names), staleAfter: .seconds(30))
    let cache = ExpositionCache(catalog: try .brokerwatch(), store: store, time: time)
    return await cache.page(.text004, .identity).rows.filter { $0.contains("container") }
  }

  private var running: ContainerReading {
    var container = ContainerReading(id: "0123456789abcdef", name: "kafka-1")
    container.image = "apache/kafka:4.0"
    container.labels = ["com.docker.compose.project": "shop", "com.docker.compose.service": "kafka"]
    (container.state, container.health) = (.running, .starting)
    container.startedAt = Timestamp(nanoseconds: 1_767_225_610_500_000_000)
    (container.restarts, container.oomKills, container.isOOMKilled) = (3, 1, false)
    (container.cpuLimit, container.memoryLimit) = (1.5, 67_108_864)
    var usage = ContainerUsage()
    (usage.userTime, usage.systemTime) = (.milliseconds(2500), .milliseconds(40))
    usage.throttledTime = .milliseconds(1250)
    (usage.memory, usage.workingSet, usage.processes) = (5000, 4000, 12)
    (usage.blockBytesRead, usage.blockBytesWritten) = (11, 22)
    var traffic = ContainerTraffic()
    (traffic.received.bytes, traffic.received.packets) = (1, 2)
    (traffic.received.errors, traffic.received.drops) = (3, 4)
    (traffic.transmitted.bytes, traffic.transmitted.packets) = (5, 6)
    (traffic.transmitted.errors, traffic.transmitted.drops) = (7, 8)
    usage.traffic = traffic
    container.usage = usage
    return container
  }

  @Test func `a running container has every row`() async throws {
    var names = BrokerNames()
    names.containers = ["kafka-1": "1"]
    let rows = try await rows(ContainersSection(containers: [running]), names)
    let labels = #"broker="1",container="kafka-1""#
    let expected = [
      #"broker_container_block_read_bytes_total{\#(labels)} 11"#,
      #"broker_container_block_write_bytes_total{\#(labels)} 22"#,
      #"broker_container_cpu_limit_cores{\#(labels)} 1.5"#,
      #"broker_container_cpu_seconds_total{\#(labels),mode="user"} 2.5"#,
      #"broker_container_cpu_seconds_total{\#(labels),mode="system"} 0.04"#,
      #"broker_container_cpu_throttled_seconds_total{\#(labels)} 1.25"#,
      #"broker_container_health{\#(labels),state="starting"} 1"#,
      #"broker_container_health{\#(labels),state="healthy"} 0"#,
      #"broker_container_health{\#(labels),state="unhealthy"} 0"#,
      #"broker_container_info{\#(labels),id="0123456789ab",image="apache/kafka:4.0",compose_project="shop",compose_service="kafka"} 1"#,
      #"broker_container_memory_limit_bytes{\#(labels)} 67108864"#,
      #"broker_container_memory_usage_bytes{\#(labels)} 5000"#,
      #"broker_container_memory_working_set_bytes{\#(labels)} 4000"#,
      #"broker_container_network_receive_bytes_total{\#(labels)} 1"#,
      #"broker_container_network_receive_drops_total{\#(labels)} 4"#,
      #"broker_container_network_receive_errors_total{\#(labels)} 3"#,
      #"broker_container_network_receive_packets_total{\#(labels)} 2"#,
      #"broker_container_network_transmit_bytes_total{\#(labels)} 5"#,
      #"broker_container_network_transmit_drops_total{\#(labels)} 8"#,
      #"broker_container_network_transmit_errors_total{\#(labels)} 7"#,
      #"broker_container_network_transmit_packets_total{\#(labels)} 6"#,
      #"broker_container_oom_killed{\#(labels)} 0"#,
      #"broker_container_oom_kills_total{\#(labels)} 1"#,
      #"broker_container_pids{\#(labels)} 12"#,
      #"broker_container_restarts_total{\#(labels)} 3"#,
      #"broker_container_start_time_seconds{\#(labels)} 1767225610.5"#,
      #"broker_container_state{\#(labels),state="created"} 0"#,
      #"broker_container_state{\#(labels),state="running"} 1"#,
      #"broker_container_state{\#(labels),state="paused"} 0"#,
      #"broker_container_state{\#(labels),state="restarting"} 0"#,
      #"broker_container_state{\#(labels),state="removing"} 0"#,
      #"broker_container_state{\#(labels),state="exited"} 0"#,
      #"broker_container_state{\#(labels),state="dead"} 0"#,
      #"broker_container_up{\#(labels)} 1"#,
    ]
    #expect(rows == expected)
  }

  @Test func `one of which little is known has few rows, and no broker that nobody knows`() async throws {
    var ended = ContainerReading(id: "ab", name: "job")
    (ended.state, ended.exitCode, ended.isOOMKilled) = (.exited, 137, true)
    ended.finishedAt = Timestamp(seconds: 1_767_225_700)
    let rows = try await rows(
      ContainersSection(containers: [ended, ContainerReading(id: "cd", name: "odd")])
    )
    .filter { !$0.hasPrefix("broker_container_state") }
    #expect(
      rows == [
        #"broker_container_exit_code{container="job"} 137"#,
        #"broker_container_finish_time_seconds{container="job"} 1767225700"#,
        #"broker_container_info{container="job",id="ab"} 1"#,
        #"broker_container_info{container="odd",id="cd"} 1"#,
        #"broker_container_oom_killed{container="job"} 1"#,
        #"broker_container_oom_kills_total{container="job"} 0"#,
        #"broker_container_oom_kills_total{container="odd"} 0"#,
        #"broker_container_restarts_total{container="job"} 0"#,
        #"broker_container_restarts_total{container="odd"} 0"#, #"broker_container_up{container="job"} 0"#,
      ])
  }

  @Test func `events and what could not be read`() async throws {
    let section = ContainersSection(
      events: [.die: 2, .healthStatus: 5], unread: [UnreadPart(part: "usage", reason: "deadline", count: 4)])
    #expect(
      try await rows(section) == [
        #"broker_container_events_total{action="die"} 2"#,
        #"broker_container_events_total{action="health_status"} 5"#,
        #"brokerwatch_containers_unread{part="usage",reason="deadline"} 4"#,
      ])
  }
}
