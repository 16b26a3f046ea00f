import Testing

@testable import Monitor

@Suite struct ProcessLimitsTests {
  @Test func `soft limits are read and unlimited is absent`() {
    let text = """
      Limit                     Soft Limit           Hard Limit           Units
      Max processes             96069                96069                processes
      Max open files            1024                 1048576              files
      Max address space         unlimited            unlimited            bytes
      """
    let limits = ProcessLimits.parse(Array(text.utf8))
    #expect(limits.openFiles == 1024)
    #expect(limits.addressSpaceBytes == nil)
  }

  @Test func `an unlimited soft limit does not show the hard one`() {
    let limits = ProcessLimits.parse(
      Array("Max open files            unlimited            4096   files\n".utf8))
    #expect(limits.openFiles == nil)
  }
}
