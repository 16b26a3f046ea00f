/// What was read of one broker.
package struct BrokerReading: Sendable, Hashable {
  package let id: NodeID
  package var host: String?
  package var port: Int?
  package var rack: String?
  package var version: String?
  /// In the list of registered brokers; unknown where the cluster keeps none that can be asked for.
  package var isRegistered: Bool?
  package var isFenced: Bool?
  /// In the metadata's list of live brokers.
  package var isLive: Bool?
  /// Whether it answered us in this cycle; unknown where nobody asked.
  package var answers: Bool?
  /// By how many records its copies trail their leaders, all together, as its log directories tell.
  package var replicaLag: Int64?

  package init(
    id: NodeID, host: String? = nil, port: Int? = nil, rack: String? = nil, version: String? = nil,
    isRegistered: Bool? = nil, isFenced: Bool? = nil, isLive: Bool? = nil, answers: Bool? = nil
  ) {
    self.id = id
    self.host = host
    self.port = port
    self.rack = rack
    self.version = version
    self.isRegistered = isRegistered
    self.isFenced = isFenced
    self.isLive = isLive
    self.answers = answers
  }
}
