package import Kafka

/// A broker, or a node that is only a controller.
package struct SimulatedNode: Sendable {
  package let id: BrokerID
  /// 0: any free port.
  package var port: UInt16 = 0
  /// Where it says that it listens; `nil`: where it does.
  package var advertisedHost: String?
  package var advertisedPort: UInt16?
  package var rack: String?
  /// False for a node with `process.roles=controller` only.
  package var isBroker = true
  /// Whether its process runs and listens.
  package var isRunning = true
  /// Registered, and not taken for alive by the controller.
  package var isFenced = false
  package var versions: VersionTable
  package var logDirs = [SimulatedLogDir(path: "/data/a")]
  package var configs: [String: String] = [:]

  package init(_ id: BrokerID, versions: VersionTable = .everything) {
    self.id = id
    self.versions = versions
    rack = "rack-\(id)"
  }
}
