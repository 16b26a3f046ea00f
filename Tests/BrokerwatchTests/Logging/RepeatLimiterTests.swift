import Model
import Testing

@testable import brokerwatch

@Suite struct RepeatLimiterTests {
  private func line(_ message: String, path: String = "/a") -> RepeatLimiter.Line {
    RepeatLimiter.Line(level: .warn, message: message, fields: [.init("path", path)])
  }

  @Test func `repeats are held back in a window and told in the next one`() {
    var limiter = RepeatLimiter(burst: 2, per: .seconds(60), capacity: 10)
    let verdicts = (0..<5).map { limiter.admit(line("disk full"), at: .seconds($0)) }
    #expect(verdicts == [.write(heldBack: 0), .write(heldBack: 0), .holdBack, .holdBack, .holdBack])
    #expect(limiter.admit(line("disk full", path: "/b"), at: .seconds(5)) == .write(heldBack: 0))
    #expect(limiter.admit(line("disk full"), at: .seconds(60)) == .write(heldBack: 3))
    #expect(limiter.admit(line("disk full"), at: .seconds(61)) == .write(heldBack: 0))
  }

  @Test func `what it remembers is bounded`() {
    var limiter = RepeatLimiter(burst: 1, per: .seconds(60), capacity: 2)
    for number in 0..<100 { #expect(limiter.admit(line("\(number)"), at: .zero) == .write(heldBack: 0)) }
  }
}
