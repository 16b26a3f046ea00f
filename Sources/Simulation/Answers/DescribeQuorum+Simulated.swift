import Kafka

extension DescribeQuorumRequest: SimulatedRequest {
  static var showsTime: Bool { true }

  /// How long a broker waits for a quorum leader to answer for it, in milliseconds.
  static let patience: Int64 = 60_000

  func answer(from cluster: inout SimulatedCluster, _ question: Question) -> Answer<DescribeQuorumResponse> {
    guard let quorum = cluster.quorum else {
      return .reply(DescribeQuorumResponse { $0.errorCode = .unsupportedVersion })
    }
    guard quorum.leader != nil else {
      guard question.now.uptime >= question.arrival + Self.patience else {
        return .wait(until: question.arrival + Self.patience)
      }
      return .reply(DescribeQuorumResponse { $0.errorCode = .requestTimedOut })
    }
    let partition = DescribeQuorumResponse.Topic.Partition(quorum, at: question.now.wall)
    return .reply(
      DescribeQuorumResponse {
        $0.topics = topics.map { topic in
          DescribeQuorumResponse.Topic {
            $0.topicName = topic.topicName
            $0.partitions = [partition]
          }
        }
        $0.nodes = cluster.nodes.filter { node in quorum.voters.contains { $0.id == node.id } }.map { node in
          DescribeQuorumResponse.Node {
            $0.nodeID = node.id
            $0.listeners = [
              DescribeQuorumResponse.Node.Listener {
                $0.name = "CONTROLLER"
                $0.host = Simulation.host
                $0.port = node.port
              }
            ]
          }
        }
      })
  }

  static func put(_ error: ErrorCode, into response: inout DescribeQuorumResponse) {
    response.errorCode = error
    response.topics = []
  }
}

extension DescribeQuorumResponse.Topic.Partition {
  fileprivate init(_ quorum: SimulatedQuorum, at wall: Int64) {
    self.init()
    leaderID = quorum.leader
    leaderEpoch = quorum.epoch
    highWatermark = quorum.highWatermark
    func shown(_ replica: SimulatedQuorum.Replica) -> DescribeQuorumResponse.Replica {
      DescribeQuorumResponse.Replica {
        $0.replicaID = replica.id
        $0.logEndOffset = quorum.highWatermark - replica.lag
        $0.lastFetchTimestamp = wall - replica.fetchAge
        $0.lastCaughtUpTimestamp = wall - replica.caughtUpAge
      }
    }
    currentVoters = quorum.voters.map(shown)
    observers = quorum.observers.map(shown)
  }
}
