/// What is known of one broker that matters for its health; nil is not known.
package struct BrokerEvidence: Sendable, Hashable {
  package struct Process: Sendable, Hashable {
    package let isUp: Bool
    /// Since it started.
    package let age: Duration?

    package init(isUp: Bool, age: Duration? = nil) {
      self.isUp = isUp
      self.age = age
    }
  }

  package struct Container: Sendable, Hashable {
    /// In Docker's words: `running`, `exited`, …
    package let state: String
    /// In Docker's words: `healthy`, `unhealthy`, `starting`; nil without a check.
    package let health: String?

    package init(state: String, health: String? = nil) {
      self.state = state
      self.health = health
    }
  }

  package struct Directory: Sendable, Hashable {
    package let path: String
    /// Of its file system.
    package let freeShare: Double?
    package let isReadable: Bool

    package init(path: String, freeShare: Double?, isReadable: Bool = true) {
      self.path = path
      self.freeShare = freeShare
      self.isReadable = isReadable
    }
  }

  package let name: String
  package var cluster: String?
  /// The id of its cluster as its own files tell it, for as long as nobody has watched that one.
  package var clusterID: String?
  package var isInMaintenance = false
  package var process: Process?
  package var container: Container?
  /// systemd's active state: `active`, `failed`, …
  package var unit: String?
  /// On its own listener, in the last cycle.
  package var answers: Bool?
  package var isFenced: Bool?
  package var underReplicated: Int?
  package var underMinimum: Int?
  package var offlineLogDirectories = 0
  package var directories: [Directory] = []
  /// What was read of it and is too old to be believed, in words: "the cluster".
  package var late: [String] = []

  package init(name: String, cluster: String? = nil) {
    self.name = name
    self.cluster = cluster
  }
}
