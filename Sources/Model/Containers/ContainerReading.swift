/// One container: what its engine says of it, and what was counted while it was watched.
package struct ContainerReading: Sendable, Hashable {
  package var id: String
  /// Without the engine's leading slash.
  package var name: String
  package var image: String?
  package var created: Timestamp?
  package var state: ContainerState?
  /// Nil without a health check, and while it is not running: engines call everything unhealthy that is stopped.
  package var health: ContainerHealth?
  package var pid: Int32?
  /// Nil while it runs.
  package var exitCode: Int64?
  /// Whether the kernel ended a process of its last run because memory ran out.
  package var isOOMKilled: Bool?
  package var startedAt: Timestamp?
  package var finishedAt: Timestamp?
  package var restarts: UInt64 = 0
  package var oomKills: UInt64 = 0
  /// In cores; nil without a limit.
  package var cpuLimit: Double?
  /// In bytes; nil without a limit.
  package var memoryLimit: UInt64?
  package var networkMode: String?
  package var command: [String] = []
  /// Only variables by which images are told how to be a broker, and none that may be a secret.
  package var environment: [String: String] = [:]
  /// Only those of an allow-list.
  package var labels: [String: String] = [:]
  package var ports: [ContainerPort] = []
  package var mounts: [ContainerMount] = []
  /// Nil while it does not run.
  package var usage: ContainerUsage?

  package init(id: String, name: String) {
    self.id = id
    self.name = name
  }

  /// As people and tools write it.
  package var shortID: String { String(id.prefix(12)) }

  package var isRunning: Bool? { state.map { $0 == .running } }
}
