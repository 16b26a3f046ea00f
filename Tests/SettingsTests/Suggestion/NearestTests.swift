import Settings
import Testing

@Suite struct NearestTests {
  @Test(
    arguments: [
      ("intervall", "interval"), ("inetrval", "interval"), ("INTERVAL", "interval"), ("interva", "interval"),
      ("enbaled", "enabled"), ("stale-after", "stale_after"), ("stale", "stale_after"), ("enable", "enabled"),
    ])
  func `a slip of the finger finds its word`(typed: String, meant: String) {
    #expect(nearest(typed, among: ["enabled", "interval", "stale_after"]) == meant)
  }

  @Test(arguments: ["", "port", "x", "timeout", "in", String(repeating: "interval", count: 100)])
  func `what is far from every word finds none`(typed: String) {
    #expect(nearest(typed, among: ["enabled", "interval", "stale_after"]) == nil)
  }

  @Test func `the nearest of several wins, and the first of equals`() {
    #expect(nearest("warm", among: ["worn", "warn", "war"]) == "warn")
    #expect(nearest("a", among: []) == nil)
  }

  @Test func `swapped neighbours are one slip`() {
    #expect(nearest("ba", among: ["cd", "ab"]) == "ab")
  }
}
