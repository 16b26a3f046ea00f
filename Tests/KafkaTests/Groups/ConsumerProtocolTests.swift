import Kafka
import Testing

@Suite struct ConsumerProtocolTests {
  @Test(arguments: ["4.3.1", "3.9.2"])
  func `a real consumer's subscription and assignment are understood`(release: String) throws {
    let vector = try VectorFiles.capture("\(release)/DescribeGroups-v5")
    let response = try DescribeGroupsRequest.response(from: vector.reply, version: 5)
    let member = try #require(response.groups.first { $0.groupID == "classic-live" }?.members.first)
    let assignment = try #require(try ConsumerAssignment.read(member.memberAssignment))
    #expect(assignment.partitions.map(\.topic) == ["orders"])
    #expect(assignment.partitions.first?.partitions == [0, 1, 2, 3, 4, 5])
    let subscription = try #require(try ConsumerSubscription.read(member.memberMetadata))
    #expect(subscription.topics == ["orders"])
  }

  @Test func `no bytes are no assignment`() throws {
    #expect(try ConsumerAssignment.read([]) == nil)
  }

  @Test func `what versions to come append is ignored`() throws {
    let subscription = ConsumerSubscription { $0.topics = ["a"] }
    var bytes = try ConsumerProtocol.bytes(of: subscription, version: 3)
    bytes[1] = 9
    #expect(try ConsumerSubscription.read(bytes + [1, 2, 3]) == subscription)
  }

  @Test func `anything that a client may have put there is an error and no more`() throws {
    let bytes = try ConsumerProtocol.bytes(of: ConsumerSubscription { $0.topics = ["a", "bc"] }, version: 3)
    for end in 1..<bytes.count {
      #expect(throws: WireError.self) { try ConsumerSubscription.read(Array(bytes.prefix(end))) }
    }
    #expect(throws: WireError.self) { try ConsumerAssignment.read([0xff, 0xff, 0, 0, 0, 0]) }
    #expect(throws: WireError.self) { try ConsumerAssignment.read(Hex.bytes("0000 7fffffff")) }
  }
}
