import Kafka
import Testing

@Suite struct RecordBatchTests {
  private static let ping = Hex.bytes(
    "00000000000000000000003cffffffff02db05721b0000000000000000018bcfe568000000018bcfe56800ffffffffffffffff"
      + "ffffffffffff0000000114000000010870696e6700")

  /// The first batch in the bytes, which must be of the present format.
  private func firstBatch(in bytes: [UInt8]) throws -> RecordBatch {
    let stored = try StoredBatch.all(in: bytes)
    guard case .batch(let batch)? = stored.first else { throw WireError(.trailingBytes(bytes.count), at: 0) }
    return batch
  }

  @Test func `the checksum is Castagnoli's`() {
    #expect(CRC32C.checksum("123456789".utf8) == 0xe306_9283)
  }

  @Test func `a batch of one record is written byte by byte as described`() {
    let bytes = RecordBatch.bytes(
      of: [Record(value: Array("ping".utf8))], baseTimestamp: 1_700_000_000_000)
    #expect(bytes == Self.ping)
  }

  @Test func `a batch is read back with its records`() throws {
    let records = [
      Record(value: Array("first".utf8)),
      Record(
        timestampDelta: 20, key: [1, 2], value: nil,
        headers: [.init(key: "trace", value: [9]), .init(key: "empty", value: nil)]),
    ]
    let batch = try firstBatch(in: RecordBatch.bytes(of: records, baseTimestamp: 1000))
    #expect(batch.isIntact)
    #expect(batch.header.maxTimestamp == 1020)
    #expect(batch.header.recordTime == .between(1000, 1020))
    var expected = records
    expected[1].offsetDelta = 1
    #expect(try batch.uncompressedRecords() == expected)
  }

  @Test func `a batch that the reply cuts off is left out`() throws {
    for end in 0..<Self.ping.count {
      #expect(try StoredBatch.all(in: Self.ping + Self.ping.prefix(end)).count == 1)
    }
  }

  @Test func `a flipped bit shows in the checksum`() throws {
    var bytes = Self.ping
    bytes[70] ^= 1
    let batch = try firstBatch(in: bytes)
    #expect(!batch.isIntact)
  }

  @Test func `messages from before batches have their time at another place`() throws {
    let old = Hex.bytes("0000000000000007 00000016 deadbeef 01 00 0000018bcfe56800 ffffffff 00000000")
    #expect(
      try StoredBatch.all(in: old) == [.legacy(offset: 7, magic: 1, timestamp: 1_700_000_000_000)])
    let older = Hex.bytes("0000000000000007 0000000e deadbeef 00 00 ffffffff 00000000")
    #expect(try StoredBatch.all(in: older) == [.legacy(offset: 7, magic: 0, timestamp: nil)])
  }

  @Test func `a length that no format has is an error`() {
    #expect(throws: WireError.self) { try StoredBatch.all(in: Hex.bytes("0000000000000007 0000000d 00")) }
  }

  @Test(
    arguments: [
      (0b1000, 5, 10, 3, .exactly(10)), (0, 5, 10, 1, .exactly(10)), (0, 5, 10, 3, .between(5, 10)),
      (0b1000000, 5, 10, 3, .atMost(10)), (0, -1, 10, 3, .atMost(10)), (0, -1, -1, 0, .unknown),
      (0, 12, 10, 2, .between(10, 10)),
    ] as [(Int16, Int64, Int64, Int32, RecordBatchHeader.RecordTime)])
  func `the header tells the time of records as far as it can`(
    attributes: Int16, base: Int64, max: Int64, count: Int32, expected: RecordBatchHeader.RecordTime
  ) {
    var header = RecordBatchHeader()
    header.attributes = BatchAttributes(rawValue: attributes)
    header.baseTimestamp = base
    header.maxTimestamp = max
    header.recordsCount = count
    #expect(header.recordTime == expected)
  }

  @Test(arguments: ["4.3.1", "3.9.2"])
  func `a broker returns what was produced, with the offset and epoch that it gave`(release: String) throws {
    let vector = try VectorFiles.capture("\(release)/Fetch-v11-canary")
    let response = try FetchRequest.response(from: vector.reply, version: 11)
    let partition = try #require(response.responses.first?.partitions.first)
    let batch = try firstBatch(in: partition.records ?? [])
    #expect(batch.isIntact)
    #expect(batch.header.recordTime == .exactly(1_700_000_000_000))
    #expect(try batch.uncompressedRecords()?.map(\.value) == [Array("ping".utf8)])
  }

  @Test(arguments: ["4.3.1", "3.9.2"])
  func `the batch that holds an offset comes whole from the first partition only`(release: String) throws {
    let vector = try VectorFiles.capture("\(release)/Fetch-v11")
    let response = try FetchRequest.response(from: vector.reply, version: 11)
    let partitions = response.responses.flatMap(\.partitions)
    let filled = partitions.filter { $0.records?.isEmpty == false }
    #expect(partitions.count == 6 && filled.count == 1)
    let batch = try firstBatch(in: filled.first?.records ?? [])
    #expect(batch.header.lastOffset >= 10)
    #expect(batch.isIntact)
  }
}
