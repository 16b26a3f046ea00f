import Kafka
import Model
import Testing

@testable import Monitor

/// What is made of the answers that are asked for more seldom.
@Suite struct SlowAnswersTests {
  private static func settings(_ values: [(String, String?)]) -> TopicSettings {
    TopicSettings(
      values.map { name, value in
        DescribeConfigsResponse.Result.Config {
          $0.name = name
          $0.value = value
        }
      })
  }

  @Test func `settings are read as Kafka writes them, and what is not said is unknown`() {
    #expect(Self.settings([]) == TopicSettings())
    #expect(Self.settings([("min.insync.replicas", "2")]).minimumInSync == 2)
    #expect(Self.settings([("min.insync.replicas", nil)]).minimumInSync == nil)
    #expect(Self.settings([("min.insync.replicas", "two")]).minimumInSync == nil)
    #expect(Self.settings([("retention.ms", "604800000")]).retentionTime == .limit(604_800_000))
    #expect(Self.settings([("retention.ms", "-1")]).retentionTime == .unlimited)
    #expect(Self.settings([("retention.bytes", "-1")]).retentionBytes == .unlimited)
    #expect(Self.settings([("retention.bytes", "10")]).retentionBytes == .limit(10))
    #expect(Self.settings([("remote.storage.enable", "true")]).isTiered == true)
    #expect(Self.settings([("compression.type", "zstd")]) == TopicSettings())
  }

  @Test(
    arguments: [
      ("delete", true, false), ("compact", false, true), ("compact,delete", true, true),
      ("delete, compact", true, true), ("", false, false),
    ])
  func `a cleanup policy is a list`(policy: String, deletes: Bool, compacts: Bool) {
    let settings = Self.settings([("cleanup.policy", policy)])
    #expect(settings.deletes == deletes)
    #expect(settings.compacts == compacts)
  }

  private static func directory(
    _ path: String, _ partitions: [(Int32, Int64, Int64?, Bool)], error: ErrorCode = .none
  ) -> DescribeLogDirsResponse.Directory {
    .init { directory in
      directory.logDir = path
      directory.errorCode = error
      directory.totalBytes = -1
      directory.usableBytes = 50
      directory.topics = [
        .init { topic in
          topic.name = "orders"
          topic.partitions = partitions.map { index, size, lag, isFuture in
            .init {
              $0.partitionIndex = PartitionID(rawValue: index)
              $0.partitionSize = size
              $0.offsetLag = lag
              $0.isFutureKey = isFuture
            }
          }
        }
      ]
    }
  }

  @Test func `directories have sizes and copies; what is still being moved takes room and is no copy`() throws
  {
    let response = DescribeLogDirsResponse {
      $0.results = [
        Self.directory("/a", [(0, 100, 5, false), (1, 200, nil, false)]),
        Self.directory("/b", [(0, 40, 3, true)]), Self.directory("/c", [], error: .kafkaStorageError),
        Self.directory("remote://bucket", [(0, 1000, 0, false)]),
      ]
    }
    let dirs = try #require(BrokerLogDirs(response, broker: 7))
    #expect(dirs.directories.map(\.path) == ["/a", "/b", "/c"])
    #expect(dirs.directories.map(\.sizeBytes) == [300, 40, nil])
    #expect(dirs.directories.map(\.isOnline) == [true, true, false])
    #expect(dirs.directories.map(\.totalBytes) == [nil, nil, nil])
    #expect(dirs.directories.map(\.usableBytes) == [50, 50, 50])
    #expect(dirs.copies.map(\.bytes) == [100, 200])
    #expect(dirs.lag == 5)
  }

  @Test func `a refusal is nothing known, and not an empty disk`() {
    #expect(BrokerLogDirs(DescribeLogDirsResponse(), broker: 1) == nil)
    let refused = DescribeLogDirsResponse {
      $0.errorCode = .clusterAuthorizationFailed
      $0.results = [Self.directory("/a", [])]
    }
    #expect(BrokerLogDirs(refused, broker: 1) == nil)
  }

  private static func quorum(_ change: (inout DescribeQuorumResponse.Topic.Partition) -> Void)
    -> QuorumAnswer?
  {
    QuorumAnswer(
      DescribeQuorumResponse { response in
        response.topics = [
          .init { topic in
            var partition = DescribeQuorumResponse.Topic.Partition()
            change(&partition)
            topic.partitions = [partition]
          }
        ]
      })
  }

  @Test func `the quorum is described, without a leader, or unknown`() {
    #expect(Self.quorum { $0.leaderID = nil } == .noLeader)
    #expect(Self.quorum { $0.leaderID = -1 } == .noLeader)
    #expect(Self.quorum { $0.errorCode = .notLeaderOrFollower } == nil)
    #expect(QuorumAnswer(DescribeQuorumResponse { $0.errorCode = .clusterAuthorizationFailed }) == nil)
    #expect(QuorumAnswer(DescribeQuorumResponse()) == nil)
  }

  @Test func `times that never were are unknown, and replicas are in the order of their ids`() throws {
    let answer = Self.quorum { partition in
      (partition.leaderID, partition.leaderEpoch, partition.highWatermark) = (3, 8, 500)
      partition.currentVoters = ([(3, 500, 2000), (1, -1, -1)] as [(Int32, Int64, Int64)]).map {
        id, end, time in
        .init {
          $0.replicaID = BrokerID(rawValue: id)
          $0.logEndOffset = end
          $0.lastFetchTimestamp = time
        }
      }
      partition.observers = [.init { $0.replicaID = 2 }]
    }
    guard case .described(let quorum) = answer else {
      Issue.record("it is not described")
      return
    }
    #expect(quorum.replicas.map(\.id) == [1, 2, 3])
    #expect(quorum.replicas.map(\.role) == [.voter, .observer, .voter])
    #expect(quorum.replicas.map(\.logEnd) == [nil, nil, 500])
    #expect(quorum.replicas.map(\.lastFetch) == [nil, nil, Timestamp(seconds: 2)])
    #expect((quorum.leader, quorum.epoch, quorum.highWatermark) == (3, 8, 500))
  }

  @Test func `what was read long ago is not believed`() {
    let kept = Kept(5, in: 10)
    #expect(kept.value(in: 13, notOlderThan: 3) == 5)
    #expect(kept.value(in: 14, notOlderThan: 3) == nil)
  }
}
