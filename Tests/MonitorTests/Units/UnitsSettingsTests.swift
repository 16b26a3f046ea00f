import Patterns
import Testing

@testable import Monitor

@Suite struct UnitsSettingsTests {
  @Test func `names and patterns are told apart, and what is excluded is no unit of a broker either`() {
    var settings = UnitsSettings()
    settings.include = ["kafka*.service", "broker", "data.mount", "old.service"].map { GlobPattern($0) }
    settings.exclude = ["old*", "kafka-ui.service"].map { GlobPattern($0) }
    settings.discovered = { ["found.service", "old-one.service"] }
    #expect(settings.patterns == ["kafka*.service"])
    #expect(settings.exactNames == ["broker.service", "data.mount", "found.service"])
    #expect(settings.isExcluded("kafka-ui.service"))
    #expect(!settings.isExcluded("kafka.service"))
  }
}
