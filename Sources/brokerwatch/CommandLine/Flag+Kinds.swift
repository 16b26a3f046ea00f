import Settings

extension Flag {
  /// A flag that overrides one setting.
  static func setting<Setting: ScalarSetting>(
    _ name: String, _ keyPath: any WritableKeyPath<Configuration, Setting> & Sendable, _ placeholder: String,
    must requirement: Requirement<Setting>? = nil, doc: String
  ) -> Flag {
    option(
      name, placeholder, must: requirement, defaultText: Configuration()[keyPath: keyPath].settingText,
      doc: doc
    ) { invocation, value in invocation.override { $0[keyPath: keyPath] = value } }
  }

  /// A flag that overrides a setting without a default.
  static func setting<Setting: ScalarSetting>(
    _ name: String, _ keyPath: any WritableKeyPath<Configuration, Setting?> & Sendable, _ placeholder: String,
    doc: String
  ) -> Flag {
    option(name, placeholder, doc: doc) { (invocation, value: Setting) in
      invocation.override { $0[keyPath: keyPath] = value }
    }
  }

  /// A flag that may be repeated, and whose values together override a list.
  static func list<Setting: ScalarSetting>(
    _ name: String, _ keyPath: any WritableKeyPath<Configuration, [Setting]> & Sendable,
    _ placeholder: String,
    doc: String
  ) -> Flag {
    let defaults = Configuration()[keyPath: keyPath].map(\.settingText).joined(separator: ", ")
    return list(name, placeholder, defaultText: defaults, doc: doc) { $0[keyPath: keyPath] = $1 }
  }

  /// A flag that may be repeated, and whose values together change the configuration.
  static func list<Setting: ScalarSetting>(
    _ name: String, _ placeholder: String, defaultText: String? = nil, doc: String,
    change: @escaping @Sendable (inout Configuration, [Setting]) -> Void
  ) -> Flag {
    Flag(name: name, placeholder: placeholder, doc: doc, defaultText: defaultText, isRepeatable: true) {
      (texts, invocation) throws(UsageError) in
      var values: [Setting] = []
      for text in texts { values.append(try parse(text, of: name)) }
      invocation.override { [values] in change(&$0, values) }
    }
  }

  /// A flag without a value that overrides a setting; `--no-NAME` is its opposite.
  static func toggle(
    _ name: String, _ keyPath: any WritableKeyPath<Configuration, Bool> & Sendable, doc: String
  ) -> Flag {
    Flag(name: name, doc: doc, defaultText: Configuration()[keyPath: keyPath] ? "on" : "off") {
      (texts, invocation) throws(UsageError) in
      let isOn = texts.last == "true"
      invocation.override { $0[keyPath: keyPath] = isOn }
    }
  }

  /// A flag that changes the invocation itself.
  static func option<Setting: ScalarSetting>(
    _ name: String, _ placeholder: String, must requirement: Requirement<Setting>? = nil,
    defaultText: String? = nil, doc: String, set: @escaping @Sendable (inout Invocation, Setting) -> Void
  ) -> Flag {
    Flag(name: name, placeholder: placeholder, doc: doc, defaultText: defaultText) {
      (texts, invocation) throws(UsageError) in
      for text in texts { set(&invocation, try parse(text, of: name, must: requirement)) }
    }
  }

  private static func parse<Setting: ScalarSetting>(
    _ text: String, of name: String, must requirement: Requirement<Setting>? = nil
  ) throws(UsageError) -> Setting {
    let value: Setting
    do throws(ScalarMismatch) {
      value = try Setting(settingText: text)
    } catch {
      let end = error.hint.map { "; \($0)" } ?? ""
      throw UsageError("expected \(Setting.expectation) for --\(name), found \(text.quoted)\(end)")
    }
    if let requirement, !requirement.isMet(value) {
      throw UsageError("--\(name) must \(requirement.text), found \(text.quoted)")
    }
    return value
  }
}
