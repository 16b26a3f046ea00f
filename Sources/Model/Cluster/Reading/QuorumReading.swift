/// The metadata quorum as its leader describes it.
package struct QuorumReading: Sendable, Hashable {
  package var leader: NodeID
  package var epoch: Int32
  package var highWatermark: Int64?
  package var replicas: [QuorumReplica]

  package init(leader: NodeID, epoch: Int32, highWatermark: Int64? = nil, replicas: [QuorumReplica] = []) {
    self.leader = leader
    self.epoch = epoch
    self.highWatermark = highWatermark
    self.replicas = replicas
  }
}
