import Testing

@testable import Monitor

@Suite struct ProcessStatTests {
  @Test func `fields are found behind a name with spaces and parentheses`() {
    let line =
      "42 (a) b (c) S 1 42 42 0 -1 4194560 1 2 3 4 150 50 7 8 20 0 9 0 12345 1000000 250 18446744073709551615 1"
    #expect(
      ProcessStat.parse(Array(line.utf8))
        == ProcessStat(
          userTicks: 150, systemTicks: 50, threads: 9, startTicks: 12345, virtualBytes: 1_000_000,
          residentPages: 250))
  }

  @Test(arguments: ["", "42", "42 (x) S", "42 (x) S 1 a b c d e f g h i j k l m n o p q r s t u v"])
  func `what is not of the kernel's form is refused`(line: String) {
    #expect(ProcessStat.parse(Array(line.utf8)) == nil)
  }
}
