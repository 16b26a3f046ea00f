import FoundationEssentials
import TestSupport
import Testing

/// The daemon without a word about brokers, beside a real one: its process, its JVM and its sockets are on the page.
@Suite(.enabled(if: RealCluster.isUsable, RealCluster.whyNot))
struct RealProcessTests {
  @Test func `a broker's process, its end and its new start are on the page`() async throws {
    try await RealCluster.with { cluster in
      let pid = try #require(try cluster.processIdentifier(of: 1))
      let folder = try TemporaryDirectory()
      let text = "clusters: []\ncollectors: {processes: {interval: 1s}}\n"
      let file = try folder.write(Array(text.utf8), to: "brokerwatch.yaml")
      let daemon = try await RunningDaemon(["--config.file", file], seesHost: true)
      // Other tests may run brokers too: ours is the one that started when `ps` says so.
      let started = try await Command("sh", "-c", "date -d \"$(ps -o lstart= -p \(pid))\" +%s").output
      let began = try #require(Double(started.filter(\.isNumber)))
      var name = ""
      let page = try await daemon.page { page in
        let starts = page.values(of: "broker_process_start_time_seconds", by: "process")
        name = starts.min { abs($0.value - began) < abs($1.value - began) }?.key ?? ""
        return page.value(of: "broker_jvm_threads", ["process": name]) != nil
      }
      let labels = ["process": name]
      #expect(page.value(of: "broker_process_up", labels) == 1)
      #expect(page.samples(of: "broker_process_up", labels).first?.labels["broker"] == "1")
      #expect((page.value(of: "broker_process_resident_memory_bytes", labels) ?? 0) > 50_000_000)
      let descriptors = try await Command("sh", "-c", "ls /proc/\(pid)/fd | wc -l").output
      let open = try #require(Double(descriptors.filter(\.isNumber)))
      #expect(abs((page.value(of: "broker_process_open_fds", labels) ?? 0) - open) <= 0.05 * open + 2)
      #expect(page.values(of: "broker_process_connections", labels).count >= 20)
      #expect(page.value(of: "broker_process_network_receive_bytes_total", labels) != nil)
      let cpu = try #require(page.value(of: "broker_process_cpu_seconds_total", labels))
      try await cluster.kill(1)
      let gone = try await daemon.page { $0.value(of: "broker_process_up", labels) == 0 }
      #expect((gone.value(of: "broker_process_cpu_seconds_total", labels) ?? 0) >= cpu)
      #expect(gone.value(of: "broker_process_threads", labels) == nil)
      try await cluster.start(1)
      let again = try await daemon.page { $0.value(of: "broker_process_restarts_total", labels) == 1 }
      #expect(again.value(of: "broker_process_up", labels) == 1)
      #expect((again.value(of: "broker_process_cpu_seconds_total", labels) ?? 0) >= cpu)
      #expect(try await daemon.terminate() == 0)
    }
  }
}
