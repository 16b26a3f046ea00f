import FoundationEssentials
import TestSupport
import Testing

/// What a real dockerd's own client says of the same containers at the same moment.
@Suite(
  .serialized, .enabled(if: DockerBed.canRun, "dockerd is not installed, or this is not root"),
  .timeLimit(.minutes(5)))
struct ContainerValueTests {
  /// One line of `docker stats`.
  private struct Shown: Decodable {
    let MemUsage: String
    let PIDs: String
    let NetIO: String
  }

  @Test func `gauges are those of docker stats, and limits those of docker inspect`() async throws {
    let docker = try await DockerBed()
    let limits = ["--memory", "256m", "--cpus", "0.5"]
    // Twenty megabytes that stay, and four processes.
    try await docker.run(
      "busy", limits, "dd if=/dev/zero of=/dev/shm/a bs=1M count=20; sleep 999 & sleep 999 & yes >/dev/null")
    let daemon = try await docker.watch()
    let page = try await daemon.page { page in
      page.container("memory_working_set_bytes", "busy").map { $0 > 20e6 } ?? false
        && page.container("cpu_throttled_seconds_total", "busy").map { $0 > 0 } ?? false
    }
    let line = try await docker.docker("stats", "--no-stream", "--format", "{{json .}}", "busy")
    let shown = try JSONDecoder().decode(Shown.self, from: Data(line.utf8))
    let memory = shown.MemUsage.split(separator: " / ").map { bytes(String($0)) }
    #expect(close(page.container("memory_working_set_bytes", "busy"), memory[0]))
    #expect(close(page.container("memory_limit_bytes", "busy"), memory[1]))
    #expect(page.container("pids", "busy") == Double(shown.PIDs))
    #expect(page.container("cpu_limit_cores", "busy") == 0.5)
    let network = shown.NetIO.split(separator: " / ").map { bytes(String($0)) }
    let later = try await daemon.page {
      $0.container("network_receive_bytes_total", "busy").map { $0 >= network[0] * 0.95 } ?? false
    }
    #expect(close(later.container("network_receive_bytes_total", "busy"), network[0], within: 0.25))
    let started = try await docker.docker("inspect", "--format", "{{.State.StartedAt}}", "busy")
    let seconds = try await Command("date", "--date", started, "+%s.%N").output
    let ours = try #require(page.container("start_time_seconds", "busy"))
    #expect(abs(ours - (Double(seconds.dropLast()) ?? 0)) < 0.001)
  }

  @Test func `counters are those of the kernel, within one interval`() async throws {
    let docker = try await DockerBed()
    try await docker.run("busy", ["--cpus", "0.3"], "yes >/dev/null")
    let daemon = try await docker.watch()
    try await daemon.page { $0.container("cpu_seconds_total", "busy", ["mode": "user"]) ?? 0 > 0.5 }
    let id = try await docker.docker("inspect", "--format", "{{.Id}}", "busy")
    let group = "\(docker.bed.facts["cgroup"] ?? "")/\(id)"
    let before = try kernelSeconds(group)
    var page = MetricsPage("")
    // The next reading.
    page = try await daemon.page { cpu($0) >= before }
    let after = try kernelSeconds(group)
    #expect(cpu(page) <= after)
    #expect(after - before < 5)
  }

  private func cpu(_ page: MetricsPage) -> Double {
    page.values(of: "broker_container_cpu_seconds_total", ["container": "busy"]).reduce(0, +)
  }

  /// With cgroups of either version.
  private func kernelSeconds(_ group: String) throws -> Double {
    for folder in ["cpuacct", "cpu,cpuacct"] {
      guard let text = try? Files.bytes(of: "/sys/fs/cgroup/\(folder)\(group)/cpuacct.usage") else {
        continue
      }
      return try #require(Double(String(decoding: text.dropLast(), as: UTF8.self))) / 1e9
    }
    let text = String(decoding: try Files.bytes(of: "/sys/fs/cgroup\(group)/cpu.stat"), as: UTF8.self)
    let usage = text.split(separator: "\n").first { $0.hasPrefix("usage_usec ") }
    return try #require(usage.flatMap { Double($0.dropFirst(11)) }) / 1e6
  }

  private func close(_ ours: Double?, _ theirs: Double, within share: Double = 0.05) -> Bool {
    guard let ours else { return false }
    return abs(ours - theirs) <= theirs * share
  }

  /// `20.1MiB`, `932B`, `1.2kB`.
  private func bytes(_ text: String) -> Double {
    let number = Double(text.prefix { $0.isNumber || $0 == "." }) ?? .nan
    let units: [String: Double] = [
      "B": 1, "kB": 1e3, "MB": 1e6, "GB": 1e9, "KiB": 1024, "MiB": 1_048_576, "GiB": 1_073_741_824,
    ]
    return number * (units[String(text.drop { $0.isNumber || $0 == "." })] ?? .nan)
  }
}
