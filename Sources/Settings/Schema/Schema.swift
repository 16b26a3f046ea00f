/// The keys of a section, each declared once: for reading it, for printing it and for the reference.
package struct Schema<Value: Sendable & Equatable>: Sendable {
  let doc: String
  let defaults: Value
  let items: [any SchemaItem<Value>]

  /// - Parameters:
  ///   - doc: what the section is for, a sentence.
  ///   - defaults: the value of an empty section.
  ///   - items: its keys and rules.
  package init(
    _ doc: String, defaults: Value, @SchemaBuilder<Value> items: () -> [any SchemaItem<Value>]
  ) {
    self.doc = doc
    self.defaults = defaults
    self.items = items()
  }

  var names: [String] {
    items.flatMap(\.names)
  }

  /// The section with its defaults for what the file leaves out; nothing when any of it is wrong.
  package func decode(
    _ node: YAMLNode, at path: SettingsPath, with decoder: inout SettingsDecoder
  ) -> Value? {
    let entries: [YAMLEntry]
    switch node.content {
    case .mapping(let found):
      entries = found
    case .scalar(let scalar) where scalar.isNull:
      entries = []
    default:
      decoder.reportNoKeys(node, at: path)
      return nil
    }
    let section = SectionNode(path: path, place: node.place, entries: entries)
    let problems = decoder.problems.count
    reportUnknownKeys(section, with: &decoder)
    var value = defaults
    for item in items { item.decode(section, into: &value, with: &decoder) }
    guard decoder.problems.count == problems else { return nil }
    for item in items { item.check(section, value, with: &decoder) }
    return decoder.problems.count == problems ? value : nil
  }

  package func output(of value: Value) -> SettingOutput {
    .section(items.flatMap { $0.output(of: value) })
  }

  func describe(_ path: String, in reference: inout SettingsReference) {
    let keys = items.flatMap { $0.documentation(defaults: defaults) }
    reference.add(SettingsReference.Section(path: path, doc: doc, keys: keys))
    for item in items { item.describeSections(inside: path, in: &reference) }
  }

  private func reportUnknownKeys(_ section: SectionNode, with decoder: inout SettingsDecoder) {
    let names = names
    for entry in section.entries where !names.contains(entry.key) {
      let hint =
        nearest(entry.key, among: names).map { "did you mean '\($0)'?" }
        ?? "the keys there are \(names.map { "'\($0)'" }.listed(with: "and"))"
      decoder.report(entry.place, "unknown key \(entry.key.quoted) \(section.path.location); \(hint)")
    }
  }
}
