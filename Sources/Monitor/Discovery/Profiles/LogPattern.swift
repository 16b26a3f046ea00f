package import Settings

/// A log file that a broker of a kind writes.
package struct LogPattern: Equatable {
  package enum Format: String, ChoiceSetting {
    case text, json, logfmt, log4j
  }

  package var file = ""
  package var format = Format.text
}

extension LogPattern: SettingsSection {
  package static let schema = Schema("A log file.", defaults: LogPattern()) {
    Key(
      "file", \.file, must: .absolutePath, isRequired: true,
      doc: "Its path, as the broker calls it; `*` stands for any part of a name.")
    Key("format", \.format, doc: "How a line is written.")
  }
}
