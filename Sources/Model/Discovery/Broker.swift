/// A broker on this host, tied together from its process, its container and its unit.
package struct Broker: Sendable, Hashable {
  /// The label `broker`: the node's id where known, else what its process, container or unit is called.
  package var name: String
  package let id: String?
  package let profile: String
  /// `broker`, `controller`, `broker,controller`, `zookeeper`, `connect`, …
  package let role: String
  package let clusterID: String?
  package let version: String?
  package let listeners: [ListenerFact]
  package var dataDirectories: [DataDirectoryFact]
  /// How its listeners are reached from here; empty for who does not speak Kafka's protocol.
  package let access: [BrokerAccess]
  /// Whom it finds its cluster through: the same for all nodes of one.
  package let rendezvous: String?
  /// The label `process` of its process.
  package var process: String?
  /// The label `container` of its container.
  package var container: String?
  /// The label `unit` of its unit.
  package var unit: String?
  package var sources: [Finding]
  package var problems: [String]

  package init(
    name: String, id: String? = nil, profile: String, role: String, clusterID: String? = nil,
    version: String? = nil,
    listeners: [ListenerFact] = [], dataDirectories: [DataDirectoryFact] = [],
    access: [BrokerAccess] = [], rendezvous: String? = nil, process: String? = nil,
    container: String? = nil, unit: String? = nil, sources: [Finding] = [], problems: [String] = []
  ) {
    self.name = name
    self.id = id
    self.profile = profile
    self.role = role
    self.clusterID = clusterID
    self.version = version
    self.listeners = listeners
    self.dataDirectories = dataDirectories
    self.access = access
    self.rendezvous = rendezvous
    self.process = process
    self.container = container
    self.unit = unit
    self.sources = sources
    self.problems = problems
  }
}
