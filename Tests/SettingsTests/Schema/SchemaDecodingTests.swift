import Patterns
import Testing

@testable import Settings

@Suite struct SchemaDecodingTests {
  @Test(arguments: ["", "# nothing\n", "{}", "web:\ncollectors: ~\n", "---\n...\n"])
  func `an empty file, and an empty section, mean the defaults`(text: String) throws {
    #expect(try Sample.load(text).value == SampleSettings())
  }

  @Test func `every type is read in block style`() throws {
    let settings = try Sample.load(
      """
      web:
        telemetry_path: /m
      collectors:
        cluster: {enabled: false, interval: 1m30s, stale_after: 5m, scope: cluster}
      limits:
        series: 5
        ratio: 0.25
        memory: 10MB
        topics: ['a|b', c]
      clusters:
        - name: main
          bootstrap:
            - "[::1]:9092"
            - localhost
        - {name: 0123, bootstrap: [b]}
      labels:
        region: no
        "a b": "1"
      journal: >
        folded
        text
      """
    ).value
    #expect(settings.web.telemetryPath == "/m")
    #expect(
      settings.collectors.cluster
        == SampleCollector(
          isEnabled: false, interval: .seconds(90), staleAfter: .seconds(300), scope: .cluster))
    #expect(settings.limits.series == 5)
    #expect(settings.limits.ratio == 0.25)
    #expect(settings.limits.memory.bytes == 10_000_000)
    #expect(settings.limits.topics.map(\.text) == ["a|b", "c"])
    #expect(settings.clusters.map(\.name) == ["main", "0123"])
    #expect(settings.clusters.first?.bootstrap == ["[::1]:9092", "localhost"])
    #expect(settings.labels == ["region": "no", "a b": "1"])
    #expect(settings.journal == "folded text")
  }

  @Test(
    arguments: [
      ("journal: ${WORD}", "ten"), ("journal: a-${WORD}-${INTERVAL}", "a-ten-20s"),
      ("journal: '${WORD}'", "ten"),
      ("journal: ${NO_SUCH:-here}", "here"), ("journal: ${NO_SUCH:-}", nil), ("journal: '${NO_SUCH:-}'", ""),
      ("journal: ${EMPTY:-full}", "full"), ("journal: ${EMPTY}", nil), ("journal: \"${EMPTY}\"", ""),
      ("journal: $${WORD}", "${WORD}"), ("journal: $$${WORD}", "$${WORD}"), ("journal: $WORD", "$WORD"),
      ("journal: a$", "a$"), ("journal: ${NULL}", "null"), ("journal: |-\n  x${WORD}", "xten"),
      ("journal: ${NO_SUCH:-a:-b}", "a:-b"), ("journal: $${\u{301}", "${\u{301}"),
      ("journal: '${WORD}\u{301}'", "ten\u{301}"), ("journal: '${NO_SUCH:-\u{301}}'", "\u{301}"),
      ("journal: ${TRICKY}", "a\nweb: {telemetry_path: /x}"),
    ] as [(String, String?)])
  func `variables are expanded in values and can only be values`(text: String, journal: String?) throws {
    var expected = SampleSettings()
    expected.journal = journal
    #expect(try Sample.load(text).value == expected)
  }

  @Test func `an expanded plain value has the type it would have if written there`() throws {
    let settings = try Sample.load(
      "collectors:\n  cluster:\n    interval: ${INTERVAL}\n    enabled: ${TRUE}\n"
    ).value
    #expect(settings.collectors.cluster.interval == .seconds(20))
  }

  @Test func `expanded values cannot fill the memory`() {
    let expander = { (text: String) in
      var expander = EnvironmentExpander(budget: 10) { _ in "12345" }
      return try expander.expand(text)
    }
    #expect(throws: Never.self) { try expander("${A}${B}") }
    #expect(throws: ExpansionProblem.self) { try expander("${A}${B}${C}") }
  }

  @Test func `where nothing is expanded a dollar is a dollar`() throws {
    let plain = SettingsSurroundings(directory: "/", environment: nil) { (_, _) throws(SettingsFileProblem) in
      throw SettingsFileProblem("does not exist")
    }
    let loaded = try SampleSettings.load(Array("journal: ${X}".utf8), file: "f", surroundings: plain)
    #expect(loaded.value.journal == "${X}")
  }
}
