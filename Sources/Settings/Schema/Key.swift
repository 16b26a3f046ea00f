/// One key of a section.
package struct Key<Value: Sendable & Equatable, Setting: SettingValue>: SchemaItem {
  let name: String
  let keyPath: any WritableKeyPath<Value, Setting> & Sendable
  let requirement: Requirement<Setting>?
  let isRequired: Bool
  let derivedDefault: String?
  let doc: String

  /// - Parameters:
  ///   - name: the key in the file.
  ///   - keyPath: where its value goes.
  ///   - requirement: what a value must be beyond its type.
  ///   - isRequired: whether the section makes no sense without the key; its default then is never used.
  ///   - derivedDefault: what the reference calls the default when another setting decides it.
  ///   - doc: what the key means, a sentence.
  package init(
    _ name: String, _ keyPath: any WritableKeyPath<Value, Setting> & Sendable,
    must requirement: Requirement<Setting>? = nil, isRequired: Bool = false,
    derivedDefault: String? = nil, doc: String
  ) {
    self.name = name
    self.keyPath = keyPath
    self.requirement = requirement
    self.isRequired = isRequired
    self.derivedDefault = derivedDefault
    self.doc = doc
  }

  package var names: [String] { [name] }

  package func decode(
    _ section: SectionNode, into value: inout Value, with decoder: inout SettingsDecoder
  ) {
    let path = section.path.key(name)
    guard let node = section[name]?.value else {
      if isRequired { decoder.report(section.place, "the key '\(name)' is missing \(section.path.location)") }
      return
    }
    guard let setting = Setting.decode(node, at: path, with: &decoder) else { return }
    if let requirement, !requirement.isMet(setting) {
      decoder.report(node.place, "\(path) must \(requirement.text), found \(node.found)")
    }
    value[keyPath: keyPath] = setting
  }

  package func output(of value: Value) -> [SettingOutputEntry] {
    [SettingOutputEntry(key: name, value: value[keyPath: keyPath].output)]
  }

  package func documentation(defaults: Value) -> [KeyDocumentation] {
    let isSection = Setting.self is any SettingsSection.Type
    return [
      KeyDocumentation(
        name: name,
        type: Setting.typeName + (requirement.map { ", must \($0.text)" } ?? ""),
        defaultText: isRequired || isSection
          ? nil : derivedDefault ?? defaults[keyPath: keyPath].output.inline,
        isRequired: isRequired, doc: doc)
    ]
  }

  package func describeSections(inside path: String, in reference: inout SettingsReference) {
    Setting.describe(path.isEmpty ? name : "\(path).\(name)", in: &reference)
  }
}
