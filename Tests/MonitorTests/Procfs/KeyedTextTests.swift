import Testing

@testable import Monitor

@Suite struct KeyedTextTests {
  private static let status = KeyedText(
    Array("Name:\tjava x\nUid:\t1000\t1001\t1002\t1003\nVmRSS:\t  2048 kB\nNSpid:\t4711\t7\n".utf8))

  @Test func `numbers are those of the key's own line`() {
    #expect(Self.status.numbers("Uid") == [1000, 1001, 1002, 1003])
    #expect(Self.status.number("NSpid") == 4711)
    #expect(Self.status.bytes("VmRSS") == 2_097_152)
  }

  @Test func `what is not there, or no number, is not known`() {
    #expect(Self.status.number("VmSwap") == nil)
    #expect(Self.status.number("Name") == nil)
    #expect(Self.status.bytes("Vm") == nil)
    #expect(KeyedText([]).number("Uid") == nil)
    #expect(KeyedText(Array("VmRSS: 18446744073709551615 kB".utf8)).bytes("VmRSS") == nil)
  }
}
