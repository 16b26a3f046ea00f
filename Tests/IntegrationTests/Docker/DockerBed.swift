import Glibc
import TestSupport
import Testing

/// A real dockerd of our own, and a daemon of ours that watches it.
struct DockerBed {
  let bed: Bed
  private let folder: TemporaryDirectory

  static let canRun =
    PeerProgram.isRequired("docker")
    || (PeerProgram.isUsable("dockerd", requiredAs: "docker") && geteuid() == 0)

  init(_ arguments: [String] = []) async throws {
    bed = try await Bed("dockerd", arguments)
    folder = try TemporaryDirectory()
  }

  var address: String { "unix://\(bed.facts["socket"] ?? "")" }

  /// Answers what the client printed; fails if it failed.
  @discardableResult
  func docker(_ words: String...) async throws -> String {
    let command = try await Command(
      bed.facts["docker"] ?? "docker", ["--host", address] + words, within: .seconds(60))
    guard command.status == 0 else { throw ScriptFailed(arguments: words, message: command.errors) }
    return command.output.split(separator: "\n").joined(separator: "\n")
  }

  /// Starts a container that ends as soon as it is asked to.
  @discardableResult
  func run(_ name: String, _ options: [String] = [], _ script: String = "sleep 1000") async throws -> String {
    let words =
      ["run", "--detach", "--stop-signal", "KILL", "--name", name] + options + ["bb:1", "sh", "-c", script]
    let command = try await Command(
      bed.facts["docker"] ?? "docker", ["--host", address] + words, within: .seconds(60))
    guard command.status == 0 else { throw ScriptFailed(arguments: words, message: command.errors) }
    return command.output
  }

  /// Watches nothing but this engine, every two seconds; events decide when what is seen.
  func watch(
    _ more: String = "", address: String? = nil, launcher: [String] = []
  ) async throws -> RunningDaemon {
    let settings = """
      clusters: []
      collectors:
        watcher: {enabled: false}
        containers: {address: '\(address ?? self.address)', interval: 2s, stale_after: 10s\(more)}
      """
    let file = folder.file("brokerwatch.yaml")
    try Files.write(Array(settings.utf8), to: file)
    return try await RunningDaemon(["--config.file", file], launcher: launcher, seesHost: true)
  }
}

extension MetricsPage {
  /// The metric of one container.
  func container(_ metric: String, _ name: String, _ labels: [String: String] = [:]) -> Double? {
    value(of: "broker_container_\(metric)", labels.merging(["container": name]) { first, _ in first })
  }

  /// The state whose row is 1.
  func state(of name: String, _ metric: String = "state") -> String? {
    values(of: "broker_container_\(metric)", by: "state", ["container": name]).first { $0.value == 1 }?.key
  }

  var containersSucceed: Double? {
    value(of: "brokerwatch_collector_success", ["collector": "containers"])
  }
}
