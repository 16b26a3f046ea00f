import TestSupport
import Testing

/// What happens to containers of a real dockerd, each with the rows that it must produce.
@Suite(
  .serialized, .enabled(if: DockerBed.canRun, "dockerd is not installed, or this is not root"),
  .timeLimit(.minutes(5)))
struct ContainerLifeTests {
  @Test func `health, pauses, names and limits are seen as they happen`() async throws {
    let docker = try await DockerBed()
    let daemon = try await docker.watch(", list_interval: 1h")
    try await daemon.page { $0.containersSucceed == 1 }
    let options = [
      "--health-cmd", "test ! -f /tmp/sick", "--health-interval", "1s", "--health-retries", "1", "--label",
      "com.docker.compose.project=shop", "--label", "password=secret",
    ]
    try await docker.run("broker-1", options)
    let running = try await daemon.page { $0.state(of: "broker-1", "health") == "healthy" }
    #expect(running.container("up", "broker-1") == 1)
    #expect(running.state(of: "broker-1") == "running")
    #expect(running.container("exit_code", "broker-1") == nil)
    #expect(running.container("finish_time_seconds", "broker-1") == nil)
    #expect(running.container("memory_limit_bytes", "broker-1") == nil)
    let info = try #require(running.samples(of: "broker_container_info").first)
    #expect(info.labels["image"] == "bb:1" && info.labels["compose_project"] == "shop")
    #expect(info.labels["id"]?.utf8.count == 12 && info.labels.count == 4)

    try await docker.docker("exec", "broker-1", "touch", "/tmp/sick")
    try await daemon.page { $0.state(of: "broker-1", "health") == "unhealthy" }
    try await docker.docker("exec", "broker-1", "rm", "/tmp/sick")
    try await daemon.page { $0.state(of: "broker-1", "health") == "healthy" }

    try await docker.docker("pause", "broker-1")
    let paused = try await daemon.page { $0.state(of: "broker-1") == "paused" }
    #expect(paused.container("up", "broker-1") == 0)
    try await docker.docker("unpause", "broker-1")
    try await daemon.page { $0.container("up", "broker-1") == 1 }

    try await docker.docker("rename", "broker-1", "broker-2")
    let renamed = try await daemon.page { $0.container("up", "broker-2") == 1 }
    #expect(renamed.samples(of: "broker_container_up").count == 1)

    try await docker.docker("update", "--memory", "64m", "--memory-swap", "128m", "--cpus", "0.5", "broker-2")
    let limited = try await daemon.page { $0.container("memory_limit_bytes", "broker-2") == 67_108_864 }
    #expect(limited.container("cpu_limit_cores", "broker-2") == 0.5)
    let events = limited.values(of: "broker_container_events_total", by: "action")
    #expect([events["pause"], events["unpause"], events["rename"], events["update"]] == [1, 1, 1, 1])
    #expect(try #require(events["health_status"]) >= 3)
    #expect(try await daemon.terminate() == 0)
  }

  @Test func `what was stopped stays on the page until it is removed`() async throws {
    let docker = try await DockerBed()
    let daemon = try await docker.watch(", list_interval: 1h")
    try await daemon.page { $0.containersSucceed == 1 }
    try await docker.run("broker-1", ["--health-cmd", "true", "--health-interval", "1s"])
    try await daemon.page { $0.state(of: "broker-1", "health") == "healthy" }
    try await docker.docker("stop", "broker-1")
    let stopped = try await daemon.page { $0.container("exit_code", "broker-1") == 137 }
    #expect(stopped.container("up", "broker-1") == 0)
    #expect(stopped.state(of: "broker-1") == "exited")
    #expect(stopped.state(of: "broker-1", "health") == nil)
    #expect(stopped.container("oom_killed", "broker-1") == 0)
    #expect(stopped.container("memory_usage_bytes", "broker-1") == nil)
    #expect(try #require(stopped.container("finish_time_seconds", "broker-1")) > 1.7e9)

    try await docker.docker("start", "broker-1")
    let started = try await daemon.page { $0.container("up", "broker-1") == 1 }
    #expect(started.container("restarts_total", "broker-1") == 1)
    try await docker.docker("rm", "--force", "broker-1")
    let removed = try await daemon.page { $0.samples(of: "broker_container_up").isEmpty }
    let events = removed.values(of: "broker_container_events_total", by: "action")
    #expect([events["create"], events["start"], events["die"], events["destroy"]] == [1, 2, 2, 1])
    #expect(events["oom"] == 0)
    #expect(removed.samples(of: "brokerwatch_containers_unread").isEmpty)
    #expect(try await daemon.terminate() == 0)
  }

  @Test func `a failure, a lack of memory and a restart policy`() async throws {
    let docker = try await DockerBed()
    let daemon = try await docker.watch(", list_interval: 1h")
    try await daemon.page { $0.containersSucceed == 1 }
    try await docker.run("fails", [], "exit 3")
    try await docker.run("hungry", ["--memory", "8m", "--memory-swap", "8m"], "tail /dev/zero")
    try await docker.run("loops", ["--restart", "on-failure:3"], "exit 4")
    let page = try await daemon.page {
      $0.container("exit_code", "fails") == 3 && $0.container("exit_code", "hungry") == 137
        && $0.container("restarts_total", "loops") == 3 && $0.state(of: "loops") == "exited"
    }
    #expect(page.container("exit_code", "loops") == 4)
    #expect(page.container("oom_killed", "hungry") == 1)
    #expect(page.container("oom_kills_total", "hungry") == 1)
    #expect(page.container("oom_kills_total", "fails") == 0)
    #expect(page.container("restarts_total", "fails") == 0)
    let events = page.values(of: "broker_container_events_total", by: "action")
    #expect([events["die"], events["start"], events["oom"]] == [6, 6, 1])
    // Whoever starts it resets the engine's own count.
    try await docker.docker("start", "loops")
    try await daemon.page {
      $0.container("restarts_total", "loops") == 7 && $0.state(of: "loops") == "exited"
    }
    #expect(try await docker.docker("inspect", "--format", "{{.RestartCount}}", "loops") == "3")
    #expect(try await daemon.terminate() == 0)
  }

  @Test func `twelve containers at once, and those that patterns leave out`() async throws {
    let docker = try await DockerBed()
    let daemon = try await docker.watch(", include: ['broker-.*'], labels: {exclude: ['watch=no']}")
    try await docker.run("web")
    try await docker.run("broker-x", ["--label", "watch=no"])
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 1...12 { group.addTask { try await docker.run("broker-\(number)") } }
      try await group.waitForAll()
    }
    let page = try await daemon.page { page in
      page.samples(of: "broker_container_up").count == 12
        && page.samples(of: "broker_container_memory_usage_bytes").count == 12
    }
    #expect(page.values(of: "broker_container_up").allSatisfy { $0 == 1 })
    #expect(page.value(of: "broker_container_events_total", ["action": "start"]) == 12)
    #expect(try await daemon.terminate() == 0)
  }

  @Test func `an engine with no image and no container is watched all the same`() async throws {
    let docker = try await DockerBed(["--no-image"])
    let daemon = try await docker.watch()
    let page = try await daemon.page { $0.containersSucceed == 1 }
    #expect(page.samples(of: "broker_container_up").isEmpty)
    #expect(page.value(of: "broker_container_events_total", ["action": "die"]) == 0)
    #expect(try await daemon.terminate() == 0)
  }
}
