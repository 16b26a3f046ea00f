import Kafka
import Testing

@Suite struct FrameAssemblerTests {
  private let stream = Hex.bytes("00000006 00000001 aabb 00000004 00000002 00000007 00000003 010203")

  @Test(arguments: 1...24)
  func `frames come out however the stream is cut`(piece: Int) throws {
    var assembler = FrameAssembler()
    var arrivals: [FrameAssembler.Arrival] = []
    for start in stride(from: 0, to: stream.count, by: piece) {
      arrivals += try assembler.append(Array(stream[start..<min(start + piece, stream.count)]))
    }
    let frames = ["00000001aabb", "00000002", "00000003010203"].map {
      FrameAssembler.Arrival.frame(Hex.bytes($0))
    }
    #expect(arrivals == frames)
  }

  @Test(arguments: 1...24)
  func `a frame above the limit is reported at once and stepped over`(piece: Int) throws {
    var assembler = FrameAssembler(limit: 6)
    let stream = Hex.bytes("0000000c 00000009 0102030405060708 00000006 0000000a aabb")
    var arrivals: [FrameAssembler.Arrival] = []
    for start in stride(from: 0, to: stream.count, by: piece) {
      arrivals += try assembler.append(Array(stream[start..<min(start + piece, stream.count)]))
    }
    #expect(arrivals == [.tooLarge(correlationID: 9, length: 12), .frame(Hex.bytes("0000000aaabb"))])
  }

  @Test(arguments: ["00000003", "ffffffff", "80000000"])
  func `a length that has no room for a correlation id ends the stream`(length: String) {
    var assembler = FrameAssembler()
    #expect(throws: WireError.self) { try assembler.append(Hex.bytes(length)) }
  }
}
