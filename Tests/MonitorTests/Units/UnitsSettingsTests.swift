import Patterns
import Testing

@testable import Monitor

@Suite struct UnitsSettingsTests {
  @Test func `names and patterns are told apart, and what is excluded is no unit of a broker either`() {
    var settings = UnitsSettings()
    settings.include = ["kafka*.service", "broker", "data.mount", "old.service"].map { GlobPattern($0) }
    settings.exclude = ["old*", "kafka-ui.service"].map { GlobPattern($0) }
    settings.discovered = { ["found.service", "old-one.service"] }
    #expect(settings.listed == ["kafka*.service"])
    #expect(settings.exactNames == ["broker.service", "data.mount", "found.service"])
    let exact = settings.exactNames
    let wanted = ["kafka.service", "broker.service", "found.service", "data.mount"]
    for name in wanted { #expect(settings.isWanted(name, exact: exact)) }
    for name in ["kafka-ui.service", "old-one.service", "sshd.service"] {
      #expect(!settings.isWanted(name, exact: exact))
    }
  }

  @Test func `how brokers' units are called is a regular expression, which systemd is not asked`() throws {
    var settings = UnitsSettings()
    settings.brokers = [try NamePattern("(kafka|zookeeper)(@.*)?\\.service")]
    #expect(settings.listed == ["*.service"])
    #expect(settings.isWanted("kafka@1.service", exact: []))
    #expect(!settings.isWanted("kafka-ui.service", exact: []))
    settings.exclude = [GlobPattern("kafka@*")]
    #expect(!settings.isWanted("kafka@1.service", exact: []))
  }
}
