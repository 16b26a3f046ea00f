import Testing

@testable import Monitor

@Suite struct ProcessStatTests {
  @Test func `fields are found behind a name with spaces and parentheses`() {
    let line =
      "42 (a) b (c) S 1 42 42 0 -1 4194560 1 2 3 4 150 50 7 8 20 0 9 0 12345 1000000 250 18446744073709551615 1"
    var stat = ProcessStat(
      userTicks: 150, systemTicks: 50, threads: 9, startTicks: 12345, virtualBytes: 1_000_000,
      residentPages: 250)
    (stat.command, stat.minorFaults, stat.majorFaults, stat.codeStart) = ("a) b (c", 1, 3, 1)
    #expect(ProcessStat.parse(Array(line.utf8)) == stat)
  }

  @Test func `the places of its code and arguments are those of the kernel's list`() throws {
    // proc(5): startcode is field 26, arg_start field 48; the numbers say where they stand.
    let line = "1 (x) Z " + (4...52).map(String.init).joined(separator: " ") + "\n"
    let stat = try #require(ProcessStat.parse(Array(line.utf8)))
    #expect(stat.codeStart == 26)
    #expect(stat.argumentStart == 48)
    #expect((stat.minorFaults, stat.majorFaults) == (10, 12))
  }

  @Test func `a zombie is dead, unless it is only the first of several threads`() throws {
    func stat(_ state: String, threads: Int) throws -> ProcessStat {
      let fields = (4...24).map { $0 == 20 ? "\(threads)" : "\($0)" }.joined(separator: " ")
      return try #require(ProcessStat.parse(Array("1 (x) \(state) \(fields)".utf8)))
    }
    #expect(try stat("Z", threads: 1).isDead)
    #expect(try stat("X", threads: 0).isDead)
    #expect(try !stat("Z", threads: 2).isDead)
    #expect(try !stat("S", threads: 1).isDead)
  }

  @Test(arguments: ["", "42", "42 (x) S", "42 (x) S 1 a b c d e f g h i j k l m n o p q r s t u v"])
  func `what is not of the kernel's form is refused`(line: String) {
    #expect(ProcessStat.parse(Array(line.utf8)) == nil)
  }
}
