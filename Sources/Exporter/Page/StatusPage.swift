package import Model

/// The first page: what is watched, how that goes, and what else there is.
package enum StatusPage {
  /// The whole page. Nothing in it comes from another host, and everything in it is escaped.
  package static func render(
    world: World, now: Moment, notWatched: [NotWatched], links: [PageLink], build: BuildInfo
  ) -> String {
    let collectors = world.collectors?.value.collectors ?? []
    let verdict = WatcherVerdict(collectors, at: now)
    let page: HTML = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta http-equiv="refresh" content="30">
      <title>Brokerwatch: \(verdict.sentence)</title>
      <style>\(style)</style>
      </head>
      <body>
      <header>
      <h1>Brokerwatch</h1>
      <p>\(version(build))</p>
      </header>
      <main>
      <p class="verdict \(verdict.tone)" role="status">\(verdict.sentence)</p>
      \(brokers(world, now))\(clusters(world.clusters, now))\(collectorTable(collectors, now))\(absences(notWatched))\(linkList(links))</main>
      <footer><p>As of \(now.wall.iso8601). This page loads itself again every 30 seconds.</p></footer>
      </body>
      </html>

      """
    return page.text
  }
}

extension StatusPage {
  private static func version(_ build: BuildInfo) -> HTML {
    guard let revision = build.revision else { return "Version \(build.version)" }
    return "Version \(build.version), revision <code>\(String(revision.prefix(12)))</code>"
  }

  private static func collectorTable(_ collectors: [CollectorStatus], _ now: Moment) -> HTML {
    guard !collectors.isEmpty else { return "" }
    return """
      <section>
      <h2>Collectors</h2>
      <table>
      <thead><tr><th scope="col">Collector</th><th scope="col">Watches</th><th scope="col">State</th>\
      <th scope="col">Last reading</th></tr></thead>
      <tbody>
      \(HTML(collectors.map { row($0, now) }))</tbody>
      </table>
      </section>

      """
  }

  private static func row(_ collector: CollectorStatus, _ now: Moment) -> HTML {
    let (tone, word, reason) = state(collector, now)
    let explanation: HTML = reason.map { "<span class=\"reason\">\($0)</span>" } ?? ""
    let age = collector.lastSuccess.map { Age.text(now.age(of: $0)) + " ago" } ?? "none"
    return """
      <tr><th scope="row">\(collector.name)</th><td>\(collector.watches)</td>\
      <td><span class="state \(tone)">\(word)</span>\(explanation)</td><td class="age">\(age)</td></tr>

      """
  }

  private static func state(
    _ collector: CollectorStatus, _ now: Moment
  ) -> (tone: String, word: String, reason: String?) {
    switch collector.state {
    case .off(let reason): ("off", "off", reason)
    case .failing(let reason): ("bad", "failing", reason)
    case .watching, .starting:
      if collector.isStale(at: now) == true {
        ("bad", "late", "It reads every \(Age.text(collector.interval)), and three readings are missing.")
      } else if collector.state == .starting {
        ("waiting", "starting", "Its first reading is not finished.")
      } else {
        ("good", "watching", nil)
      }
    }
  }

  private static func absences(_ notWatched: [NotWatched]) -> HTML {
    guard !notWatched.isEmpty else { return "" }
    let items = notWatched.map { absence -> HTML in
      "<div><dt>\(absence.what)</dt><dd>\(absence.why)</dd></div>\n"
    }
    return """
      <section>
      <h2>Not watched yet, and why</h2>
      <dl>
      \(HTML(items))</dl>
      </section>

      """
  }

  private static func linkList(_ links: [PageLink]) -> HTML {
    guard !links.isEmpty else { return "" }
    let items = links.map { link -> HTML in
      "<li><a href=\"\(link.path)\">\(link.path)</a> \(link.text)</li>\n"
    }
    return """
      <section>
      <h2>What else is here</h2>
      <ul class="links">
      \(HTML(items))</ul>
      </section>

      """
  }
}
