package import Settings

/// A listener that every broker of a kind has.
package struct ListenerPattern: Equatable {
  package var name = ""
  package var port: Int?
  package var source = ValueSource()
}

extension ListenerPattern: SettingsSection {
  package static let schema = Schema("A listener of a broker.", defaults: ListenerPattern()) {
    Key(
      "name", \.name, must: .notEmpty, isRequired: true,
      doc: "What it is for, such as `clients` or `metrics`.")
    Key(
      "port", \.port, must: Requirement("be between 1 and 65535") { $0.map((1...65_535).contains) ?? true },
      derivedDefault: "none", doc: "Its port, where `source` does not say it.")
    Key("source", \.source, doc: "Where the broker's settings say its port.")
    Rule("port", must: "be given, or source") { $0.port != nil || $0.source != ValueSource() }
  }
}
