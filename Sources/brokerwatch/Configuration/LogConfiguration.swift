import Model
import Settings

/// What is logged, and how.
struct LogConfiguration: Equatable {
  var level = LogLevel.info
  var format = LogFormat.logfmt
}

extension LogConfiguration: SettingsSection {
  static let schema = Schema("The log on standard error.", defaults: LogConfiguration()) {
    Key("level", \.level, doc: "The least severe lines that are written.")
    Key("format", \.format, doc: "How a line is written.")
  }
}

extension LogLevel: ChoiceSetting {}

extension LogFormat: ChoiceSetting {}
