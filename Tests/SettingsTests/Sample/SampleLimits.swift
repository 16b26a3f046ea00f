import Patterns
import Settings

struct SampleLimits: Equatable {
  var series = 200_000
  var ratio = 0.5
  var memory = ByteSize(bytes: 64 << 20)
  var topics: [NamePattern] = [.everything]
}

extension SampleLimits: SettingsSection {
  static let schema = Schema("The limits.", defaults: SampleLimits()) {
    Key("series", \.series, must: .atLeast(1), doc: "How many series.")
    Key("ratio", \.ratio, must: .range(0...1), doc: "Which share.")
    Key("memory", \.memory, doc: "How much memory.")
    Key("topics", \.topics, doc: "Which topics | not others.")
  }
}
