import Testing

@testable import Model

@Suite struct ClusterTablesTests {
  @Test func `numbers below zero and rows behind the end are unknown`() {
    var column = KnownColumn([5, nil, -1, 0])
    #expect((-1..<6).map { column[$0] } == [nil, 5, nil, nil, 0, nil, nil])
    column[6] = 7
    column[0] = nil
    #expect(column.count == 7)
    #expect((0..<7).map { column[$0] } == [nil, nil, nil, 0, nil, nil, 7])
  }

  @Test func `every row has its own list of brokers`() {
    var lists = BrokerLists()
    for list in [[1, 2, 3], [], [4]] as [[NodeID]] { lists.append(list) }
    #expect((0..<4).map { Array(lists[$0]) } == [[1, 2, 3], [], [4], []])
  }

  @Test func `a group's positions come out sorted, each partition once, with what is known of each`() {
    var table = PositionTable()
    #expect(table.append([GroupPosition(partition: 9, offset: 1)]) == 0..<1)
    let range = table.append([
      GroupPosition(partition: 4, offset: 40), GroupPosition(partition: 2, offset: 20, reportedLag: 3),
      GroupPosition(partition: 4, offset: 41), GroupPosition(partition: 3, offset: 30, committedAt: 99),
    ])
    #expect(range == 1..<4)
    #expect(table.partitions == [9, 2, 3, 4])
    #expect(table.offsets == [1, 20, 30, 40])
    #expect((0..<4).map { table.reportedLags[$0] } == [nil, 3, nil, nil])
    #expect((0..<4).map { table.commitTimes[$0] } == [nil, nil, 99, nil])
  }

  // The ids are Kafka's own examples of reserved topics: Uuid.METADATA_TOPIC_ID prints as AAAAAAAAAAAAAAAAAAAAAQ.
  @Test(
    arguments: [
      (0, 1, "AAAAAAAAAAAAAAAAAAAAAQ"), (.max, .max, "_____________________w"),
      (0x0123_4567_89ab_cdef, 0xfedc_ba98_7654_3210, "ASNFZ4mrze_-3LqYdlQyEA"),
    ] as [(UInt64, UInt64, String)])
  func `topic ids print as Kafka prints them`(_ high: UInt64, _ low: UInt64, _ text: String) {
    #expect(TopicID(high: high, low: low)?.description == text)
  }

  @Test func `the all-zero topic id is none`() {
    #expect(TopicID(high: 0, low: 0) == nil)
  }
}
