import Patterns
import Settings

/// A section with every type that a key can have, itself included.
struct FuzzSettings: Equatable {
  var flag = true
  var count = 1
  var ratio = 0.5
  var text = "text"
  var interval = Duration.seconds(10)
  var timeout: Duration?
  var size = ByteSize(bytes: 1 << 20)
  var path: SettingPath?
  var choice = FuzzChoice.first
  var patterns: [NamePattern] = []
  var labels: [String: String] = [:]
  var password: Secret?
  var children: [FuzzSettings] = []
}

extension FuzzSettings: SettingsSection {
  static let schema = Schema("Everything.", defaults: FuzzSettings()) {
    Key("flag", \.flag, doc: "A truth value.")
    Key("count", \.count, must: .range(-1...1_000_000), doc: "A whole number.")
    Key("ratio", \.ratio, doc: "A number.")
    Key("text", \.text, doc: "Any text.")
    Key("interval", \.interval, must: .atLeast(.zero), doc: "A duration.")
    Key("timeout", \.timeout, doc: "A duration or none.")
    Key("size", \.size, doc: "A size.")
    Key("path", \.path, doc: "A path or none.")
    Key("choice", \.choice, doc: "One of several words.")
    Key("patterns", \.patterns, doc: "A list.")
    Key("labels", \.labels, doc: "A map.")
    SecretKey("password", \.password, doc: "A secret.")
    Key("children", \.children, doc: "Sections in a list.")
    Rule("timeout", must: "not be shorter than interval") { ($0.timeout ?? $0.interval) >= $0.interval }
  }

  /// What a reader of the printed settings can know.
  var masked: FuzzSettings {
    var copy = self
    copy.password = password.map { $0.file == nil ? Secret($0.description) : $0 }
    copy.children = children.map(\.masked)
    return copy
  }
}
