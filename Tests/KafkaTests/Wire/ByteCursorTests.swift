import Kafka
import Testing

@Suite struct ByteCursorTests {
  @Test func `numbers are read with the highest byte first`() throws {
    var cursor = ByteCursor(Hex.bytes("ff80 00000102 fedcba9876543210 ffff"))
    #expect(try cursor.integer(Int16.self) == -128)
    #expect(try cursor.integer(Int32.self) == 258)
    #expect(try cursor.integer(Int64.self) == -0x0123_4567_89ab_cdf0)
    #expect(try cursor.integer(UInt16.self) == 65535)
    try cursor.finish()
  }

  @Test func `text that is not UTF-8 is repaired, and never grows`() throws {
    var cursor = ByteCursor([0x61, 0xff, 0xf0, 0x9f, 0x62])
    #expect(try cursor.string(count: 5) == "a??b")
  }

  @Test func `a narrowed cursor does not see what lies behind`() throws {
    var cursor = ByteCursor([1, 2, 3, 4])
    let outerEnd = try cursor.narrow(to: 2)
    #expect(throws: WireError(.truncated(needed: 4, left: 2), at: 0)) { try cursor.integer(Int32.self) }
    _ = try cursor.integer(Int16.self)
    try cursor.widen(to: outerEnd)
    #expect(try cursor.integer(Int16.self) == 0x0304)
  }
}
