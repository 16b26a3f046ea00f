/// What a broker's command line and its own files say about it.
package struct ProcessFacts: Sendable, Hashable {
  /// The profile that recognised it, such as `kafka` or `redpanda`.
  package let profile: String
  /// `broker`, `controller`, `broker,controller`, `zookeeper`, `connect`, …
  package let role: String
  /// The label `process`: the same after a restart.
  package let name: String
  /// The node's id in its cluster.
  package let broker: String?
  package let clusterID: String?
  package let listeners: [ListenerFact]
  package let dataDirectories: [DataDirectoryFact]
  package let version: String?
  /// Of a JMX Prometheus agent in the same process.
  package let jmxAgentPort: UInt16?
  /// The container's id, out of the process's control group.
  package let container: String?
  /// The systemd unit, out of the process's control group.
  package let unit: String?
  /// Whom it finds its cluster through, such as the quorum's voters: the same for all nodes of one.
  package let rendezvous: String?
  /// Whether its addresses are in a network of its own, as a container's usually are; nil where nobody may know.
  package let hasOwnNetwork: Bool?
  /// What could not be found out, with the mend.
  package let problems: [String]
  /// What was believed, and why.
  package let findings: [Finding]

  package init(
    profile: String, role: String, name: String, broker: String? = nil, clusterID: String? = nil,
    listeners: [ListenerFact] = [], dataDirectories: [DataDirectoryFact] = [], version: String? = nil,
    jmxAgentPort: UInt16? = nil, container: String? = nil, unit: String? = nil,
    rendezvous: String? = nil, hasOwnNetwork: Bool? = nil, problems: [String] = [], findings: [Finding] = []
  ) {
    self.profile = profile
    self.role = role
    self.name = name
    self.broker = broker
    self.clusterID = clusterID
    self.listeners = listeners
    self.dataDirectories = dataDirectories
    self.version = version
    self.jmxAgentPort = jmxAgentPort
    self.container = container
    self.unit = unit
    self.rendezvous = rendezvous
    self.hasOwnNetwork = hasOwnNetwork
    self.problems = problems
    self.findings = findings
  }
}
