import Exporter
import Model
import TestSupport
import Testing

@Suite
struct StatusPageTests {
  private let time = ManualTime()
  private let build = BuildInfo(version: "1.2.3", revision: "0123456789abcdef", swiftVersion: "6")

  private func store(_ collectors: [CollectorStatus]) -> WorldStore {
    let store = WorldStore(time: time)
    store.replace(
      \.collectors, with: CollectorsSection(collectors: collectors), staleAfter: .seconds(1_000_000))
    return store
  }

  private func page(_ collectors: [CollectorStatus]) -> String {
    StatusPage.render(
      world: store(collectors).current, now: time.now(),
      notWatched: [NotWatched("<logs>", because: "nobody & nothing reads them")],
      links: [PageLink("/metrics", "for Prometheus")], build: build)
  }

  @Test func `it says who it is, what it does not watch, and where else to go`() {
    let page = page([])
    #expect(page.contains("Version 1.2.3, revision <code>0123456789ab</code>"))
    #expect(page.contains("Nothing is being watched."))
    #expect(page.contains("<dt>&lt;logs&gt;</dt><dd>nobody &amp; nothing reads them</dd>"))
    #expect(page.contains("<a href=\"/metrics\">/metrics</a> for Prometheus"))
  }

  @Test func `each collector shows its state, its reason and the age of its reading`() {
    let read = time.now()
    time.advance(by: .seconds(25))
    let collectors = [
      CollectorStatus(
        name: "<x>", watches: "things", state: .watching, interval: .seconds(10), lastSuccess: read),
      CollectorStatus(name: "b", watches: "b", state: .failing("no \"socket\""), interval: .seconds(10)),
      CollectorStatus(name: "c", watches: "c", state: .off("told so"), interval: .seconds(10)),
    ]
    let page = page(collectors)
    #expect(page.contains("<th scope=\"row\">&lt;x&gt;</th><td>things</td>"))
    #expect(page.contains("<td class=\"age\">25 s ago</td>"))
    #expect(page.contains(">failing</span><span class=\"reason\">no &quot;socket&quot;</span>"))
    #expect(page.contains(">off</span><span class=\"reason\">told so</span>"))
    #expect(page.contains("1 of 2 collectors does not get its readings."))
  }

  @Test func `a collector that stopped reading is late, whatever it says`() {
    let read = time.now()
    time.advance(by: .seconds(31))
    let page = page([
      CollectorStatus(name: "a", watches: "a", state: .watching, interval: .seconds(10), lastSuccess: read)
    ])
    #expect(page.contains(">late</span>"))
  }

  @Test(.enabled(if: PeerProgram.isUsable("chromium", requiredAs: "chromium"), "chromium is not installed"))
  func `a browser applies the page's own style under its own security policy`() async throws {
    let time = SystemTime()
    let route = Route.statusPage(
      store: WorldStore(time: time), time: time, notWatched: { [] }, links: [], build: build)
    try await withServer([route]) { _, port in
      let browser = try await Command(
        "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr", "--v=0",
        "--dump-dom",
        "http://127.0.0.1:\(port)/")
      #expect(browser.output.contains("Nothing is being watched."))
      #expect(!browser.errors.contains("Content Security Policy"))
    }
  }
}
