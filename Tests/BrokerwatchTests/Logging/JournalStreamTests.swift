import Testing

@testable import brokerwatch

@Suite struct JournalStreamTests {
  @Test(arguments: [
    ("8:1234", true), ("8:1235", false), ("9:1234", false), ("", false), ("8", false), ("8:1234:5", false),
    ("a:b", false), (nil, false),
  ])
  func `standard error is the journal only when device and inode agree`(variable: String?, expected: Bool) {
    #expect(JournalStream.matches(variable, device: 8, inode: 1234) == expected)
  }
}
