import Kafka
import Testing

@Suite struct VarintTests {
  @Test(
    arguments: [(0, "00"), (-1, "01"), (1, "02"), (63, "7e"), (64, "8001"), (300, "d804")]
      as [(Int32, String)])
  func `the sign of a number in a record is its lowest bit`(value: Int32, text: String) throws {
    var writer = ByteWriter()
    writer.varint(value)
    #expect(Hex.text(writer.bytes) == text)
    var cursor = ByteCursor(writer.bytes)
    #expect(try cursor.varint() == value)
  }

  @Test(arguments: [0, 1, -1, .min, .max, 1 << 40] as [Int64])
  func `long numbers survive`(value: Int64) throws {
    var writer = ByteWriter()
    writer.varlong(value)
    var cursor = ByteCursor(writer.bytes)
    #expect(try cursor.varlong() == value)
    #expect(cursor.remaining == 0)
  }

  @Test(arguments: ["8080808080", "ffffffff10", "ffffffffff01", "808080808000"])
  func `more digits than the number has room for are refused`(text: String) {
    var cursor = ByteCursor(Hex.bytes(text) + [1])
    let error = #expect(throws: WireError.self) { try cursor.unsignedVarint(UInt32.self) }
    #expect(error?.problem == .varintTooLong)
    #expect(error?.offset == 0)
  }
}
