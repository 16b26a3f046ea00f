import Glibc
import TestSupport

/// A real systemd in a namespace of its own.
final class SystemdRoot: Sendable {
  private static let usability = SystemdUsability()

  static func isUsable() async -> Bool { await usability.isUsable }

  let bed: Bed

  init() async throws {
    // The first run makes the root.
    bed = try await Bed("systemd-root", [], within: .seconds(700))
  }

  var socket: String { bed.facts["socket"] ?? "" }

  /// What its cgroups can limit, such as `memory`; empty where it has the first version of them.
  var controllers: [Substring] { bed.facts["controllers"]?.split(separator: " ") ?? [] }

  /// Writes units, by name, and has systemd read them.
  func install(_ units: [String: String]) async throws {
    for (name, text) in units {
      try Files.write(Array(text.utf8), to: "\(bed.facts["root"] ?? "")/etc/systemd/system/\(name)")
    }
    try await systemctl("daemon-reload")
  }

  /// Runs `systemctl` inside; that a job fails is the caller's to judge.
  @discardableResult
  func systemctl(_ arguments: String...) async throws -> Command {
    try await run(["systemctl"] + arguments)
  }

  func run(_ words: [String]) async throws -> Command {
    try await Command("nsenter", ["-t", bed.facts["pid"] ?? "", "-a"] + words)
  }

  /// What systemd's own tool says of a unit.
  func show(_ unit: String) async throws -> [String: String] {
    let output = try await systemctl("show", "--timestamp=unix", unit).output
    let pairs = output.split(separator: "\n").compactMap { line -> (String, String)? in
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  /// The executable, watching these units of it every second.
  func watch(_ include: [String], more: String = "") async throws -> RunningDaemon {
    let list = include.map { "'\($0)'" }.joined(separator: ", ")
    let text = """
      clusters: []
      collectors:
        data_dirs: {enabled: false}
        units: {interval: 1s, socket: '\(socket)', include: [\(list)]\(more)}
      """
    return try await RunningDaemon([
      "--config.file", try TemporaryDirectory().write(Array(text.utf8), to: "brokerwatch.yaml"),
    ])
  }
}

/// Whether a systemd can be started here, found out once by starting one.
private actor SystemdUsability {
  private var known: Bool?

  var isUsable: Bool {
    get async {
      if PeerProgram.isRequired("systemd-nspawn") { return true }
      if let known { return known }
      guard geteuid() == 0, PeerProgram.isUsable("systemd-nspawn", requiredAs: "systemd-nspawn") else {
        known = false
        return false
      }
      let started = try? await SystemdRoot()
      known = started != nil
      return started != nil
    }
  }
}
