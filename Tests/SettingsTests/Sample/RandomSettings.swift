import Patterns
import TestSupport

@testable import Settings

/// Settings nobody thought of, the same ones for the same seed.
struct RandomSettings {
  private var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  mutating func settings() -> SampleSettings {
    var settings = SampleSettings()
    settings.web = SampleWeb(
      telemetryPath: "/" + text(), reloadToken: Bool.random(using: &generator) ? secret() : nil)
    settings.collectors.cluster = SampleCollector(
      isEnabled: .random(using: &generator),
      interval: .milliseconds(Int.random(in: 1000...3_600_000, using: &generator)),
      staleAfter: Bool.random(using: &generator)
        ? .nanoseconds(Int64.random(in: 3_600_000_000_000 ... .max, using: &generator)) : nil,
      scope: SampleScope.allCases.randomElement(using: &generator) ?? .broker)
    settings.limits = SampleLimits(
      series: .random(in: 1 ... .max, using: &generator), ratio: .random(in: 0...1, using: &generator),
      memory: ByteSize(
        bytes: .random(in: 0 ... .max, using: &generator) >> Int.random(in: 0...62, using: &generator)),
      topics: list { (try? NamePattern($0.text())) ?? .everything })
    settings.clusters = list { random in
      SampleCluster(
        name: random.text(), bootstrap: [random.text()] + random.list { $0.text() }, password: random.secret()
      )
    }
    settings.labels = Dictionary(list { ($0.text(), $0.text()) }, uniquingKeysWith: { first, _ in first })
    settings.journal = Bool.random(using: &generator) ? text() : nil
    return settings
  }

  private mutating func list<Element>(_ element: (inout RandomSettings) -> Element) -> [Element] {
    (0..<Int.random(in: 0...4, using: &generator)).map { _ in element(&self) }
  }

  private mutating func secret() -> Secret {
    Secret("x", file: Bool.random(using: &generator) ? "/etc/bw/token" : nil).withFileContent
  }

  /// Words that YAML could mistake, and characters that it must escape.
  mutating func text() -> String {
    let pieces = [
      "true", "no", "yes", "On", "null", "~", "1", "1e3", "0x1F", "1:30", "2024-01-01", "a", "B", "-", "- ",
      ": ", ":",
      " #", "#", "'",
      "\"", "\\", "\n", "\r\n", "\t", " ", "{", "}", "[", "]", ",", "&x", "*x", "!x", "|", ">", "%", "@", "`",
      "<<", "=",
      "${", "$${", "$", "ä", "€", "😀", "e\u{301}", "\u{301}", "\u{0}", "\u{7}", "\u{C}", "\u{1B}", "\u{7F}",
      "\u{85}",
      "\u{A0}",
      "\u{2028}",
      "\u{FEFF}", "\u{FFFE}", "\u{FFFF}", "\u{1FFFF}", "\u{10FFFF}", "---", "...", "?", ".inf", "/",
      "<secret>", "\u{E000}",
    ]
    return (0..<Int.random(in: 0...5, using: &generator)).map { _ in
      pieces.randomElement(using: &generator) ?? ""
    }.joined()
  }
}

extension Secret {
  /// What the sample's file holds.
  fileprivate var withFileContent: Secret { Secret(file == nil ? "x" : "s3cret", file: file) }
}
