import Testing

@testable import Kafka

@Suite struct TokenShelfTests {
  private let start = Duration.seconds(1000)
  private let error = SASLError.unavailable("down", advice: "wait")

  private func shelf(_ lifetime: Duration?) -> TokenShelf {
    var shelf = TokenShelf()
    shelf.keep(BearerToken(text: "one", lifetime: lifetime), at: start)
    return shelf
  }

  @Test func `an empty shelf asks for a token`() {
    #expect(TokenShelf().turn(at: start) == .fetch)
  }

  @Test(arguments: [(300, 240), (3600, 2880), (20, 16), (5, 10), (0, 10)])
  func `a token is used for four fifths of its life, and for ten seconds at least`(life: Int, used: Int) {
    let shelf = shelf(.seconds(life))
    #expect(shelf.turn(at: start + .seconds(used) - .milliseconds(1)) == .use("one"))
    #expect(shelf.turn(at: start + .seconds(used)) == .fetch)
  }

  @Test func `a token without a known end is used for a while`() {
    #expect(shelf(nil).turn(at: start + .seconds(47)) == .use("one"))
    #expect(shelf(nil).turn(at: start + .seconds(48)) == .fetch)
  }

  @Test func `a refused token is replaced, but not at once`() {
    var shelf = shelf(.seconds(3600))
    shelf.wasRefused()
    #expect(shelf.turn(at: start + .seconds(9)) == .use("one"))
    #expect(shelf.turn(at: start + .seconds(10)) == .fetch)
    shelf.keep(BearerToken(text: "two", lifetime: .seconds(3600)), at: start + .seconds(10))
    #expect(shelf.turn(at: start + .seconds(100)) == .use("two"))
  }

  @Test func `an endpoint that fails is left alone, for longer and longer`() {
    var shelf = TokenShelf()
    var now = start
    for hold in [1, 2, 4, 8, 16, 30, 30] {
      shelf.failed(error, at: now)
      #expect(shelf.turn(at: now + .seconds(hold) - .milliseconds(1)) == .fail(error))
      now += .seconds(hold)
      #expect(shelf.turn(at: now) == .fetch)
    }
    shelf.keep(BearerToken(text: "one", lifetime: .zero), at: now)
    shelf.failed(error, at: now + .seconds(10))
    #expect(shelf.turn(at: now + .seconds(11)) == .fetch)
  }

  @Test func `while no new token can be had, the old one is used as long as it is good`() {
    var shelf = shelf(.seconds(100))
    shelf.failed(error, at: start + .seconds(80))
    #expect(shelf.turn(at: start + .seconds(80)) == .use("one"))
    #expect(shelf.turn(at: start + .seconds(81)) == .fetch)
    shelf.failed(error, at: start + .seconds(99))
    #expect(shelf.turn(at: start + .seconds(100)) == .fail(error))
  }
}
