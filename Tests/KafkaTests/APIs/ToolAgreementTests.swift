import Kafka
import Testing

/// Our reading of captured replies against what Kafka's own tools printed for the same cluster in the same minute.
@Suite struct ToolAgreementTests {
  static let releases = ["4.3.1", "3.9.2"]

  private func response<Request: KafkaRequest>(
    _: Request.Type, release: String, version: Int16, variant: String = ""
  ) throws -> Request.Response {
    let vector = try VectorFiles.capture("\(release)/\(Request.api.key.name)-v\(version)\(variant)")
    return try Request.response(from: vector.reply, version: version)
  }

  @Test(arguments: releases, MetadataRequest.api.versions)
  func `partitions are where topics --describe says`(release: String, version: Int16) throws {
    let rows = try ToolOutput(release: release, tool: "topics").rows.filter { $0.contains("Partition:") }
    func after(_ key: String, _ row: [String]) -> String {
      row.firstIndex(of: key).map { row[$0 + 1] } ?? ""
    }
    let told = rows.map { row in
      ["Topic:", "Partition:", "Leader:", "Replicas:", "Isr:"].map { after($0, row) }.joined(separator: " ")
    }
    let metadata = try response(MetadataRequest.self, release: release, version: version)
    let read = metadata.topics.flatMap { topic in
      topic.partitions.map { partition in
        let replicas = partition.replicaNodes.map(\.description).joined(separator: ",")
        let inSync = partition.isrNodes.map(\.description).joined(separator: ",")
        return "\(topic.name ?? "") \(partition.partitionIndex) \(partition.leaderID?.description ?? "none") "
          + "\(replicas) \(inSync)"
      }
    }
    #expect(told.count > 10)
    #expect(read.sorted() == told.sorted())
  }

  @Test(arguments: releases, [10, 11, 12] as [Int16])
  func `topics have the identities that topics --describe prints`(release: String, version: Int16) throws {
    let rows = try ToolOutput(release: release, tool: "topics").rows.filter { $0.contains("TopicId:") }
    let told = Dictionary(uniqueKeysWithValues: rows.map { ($0[1], $0[3]) })
    let metadata = try response(MetadataRequest.self, release: release, version: version)
    let read = Dictionary(
      uniqueKeysWithValues: metadata.topics.map { ($0.name ?? "", $0.topicID.description) })
    #expect(read == told)
  }

  @Test(arguments: releases, ListOffsetsRequest.api.versions)
  func `logs end where get-offsets says`(release: String, version: Int16) throws {
    let ends = try response(ListOffsetsRequest.self, release: release, version: version)
    #expect(try offsets(in: ends) == ToolOutput(release: release, tool: "ends").rows.map { $0[0] })
  }

  @Test(arguments: releases, [4, 8] as [Int16])
  func `logs begin where get-offsets says`(release: String, version: Int16) throws {
    let starts = try response(
      ListOffsetsRequest.self, release: release, version: version, variant: "-earliest")
    #expect(try offsets(in: starts) == ToolOutput(release: release, tool: "starts").rows.map { $0[0] })
  }

  private func offsets(in response: ListOffsetsResponse) -> [String] {
    response.topics.flatMap { topic in
      topic.partitions.map { "\(topic.name):\($0.partitionIndex):\($0.offset?.description ?? "unknown")" }
    }.sorted()
  }

  @Test(arguments: releases, OffsetFetchRequest.api.versions)
  func `groups have committed what consumer-groups --describe says`(release: String, version: Int16) throws {
    let rows = try ToolOutput(release: release, tool: "groups").rows.filter {
      $0.count > 5 && $0[1] == "orders"
    }
    let fetched = try response(OffsetFetchRequest.self, release: release, version: version)
    for group in version < 8 ? ["lagging"] : ["lagging", "classic-live"] {
      let told = rows.filter { $0[0] == group }.map { "\($0[2]) \($0[3])" }
      let answered = try #require(fetched.groups.first { ($0.groupID ?? "lagging") == group })
      let read = answered.topics.filter { $0.name == "orders" }.flatMap(\.partitions).map {
        "\($0.partitionIndex) \($0.committedOffset?.description ?? "none")"
      }
      #expect(told.count == 6)
      #expect(read.sorted() == told.sorted())
    }
  }

  @Test(arguments: releases, [4, 5] as [Int16])
  func `groups are in the state that consumer-groups --state prints`(release: String, version: Int16) throws {
    let rows = try ToolOutput(release: release, tool: "states").rows.filter {
      $0.contains { $0.hasPrefix("127.0.0.1:") }
    }
    let listed = try response(ListGroupsRequest.self, release: release, version: version)
    #expect(rows.count >= 2)
    for row in rows {
      let state = try #require(
        row.first { ["Stable", "Empty", "Dead", "Assigning", "Reconciling"].contains($0) })
      #expect(listed.groups.first { $0.groupID == row[0] }?.groupState == state)
    }
  }

  @Test func `groups are of the type that groups --list prints`() throws {
    let rows = try ToolOutput(release: "4.3.1", tool: "all-groups").rows.dropFirst()
    let listed = try response(ListGroupsRequest.self, release: "4.3.1", version: 5)
    let read = listed.groups.map { "\($0.groupID) \($0.groupType.lowercased())" }
    #expect(read.sorted() == rows.map { "\($0[0]) \($0[1].lowercased())" }.sorted())
  }

  @Test(arguments: releases, [5, 6] as [Int16])
  func `members are those that consumer-groups --members prints`(release: String, version: Int16) throws {
    guard version == 5 || release == "4.3.1" else { return }
    let row = try #require(
      ToolOutput(release: release, tool: "members").rows.first { $0[0] == "classic-live" })
    let described = try response(DescribeGroupsRequest.self, release: release, version: version)
    let member = try #require(described.groups.first { $0.groupID == "classic-live" }?.members.first)
    #expect([member.memberID, member.clientHost, member.clientID] == Array(row[1...3]))
  }
}
