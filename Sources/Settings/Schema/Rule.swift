/// What several keys of a section must be together.
package struct Rule<Value: Sendable & Equatable>: SchemaItem {
  let name: String
  let text: String
  let isMet: @Sendable (Value) -> Bool

  /// - Parameters:
  ///   - name: the key that the complaint points to.
  ///   - text: the end of the sentence that begins with that key and "must".
  ///   - isMet: whether the section is as it must be.
  package init(
    _ name: String, must text: String, isMet: @escaping @Sendable (Value) -> Bool
  ) {
    self.name = name
    self.text = text
    self.isMet = isMet
  }

  package var names: [String] { [] }

  package func decode(
    _ section: SectionNode, into value: inout Value, with decoder: inout SettingsDecoder
  ) {}

  package func check(_ section: SectionNode, _ value: Value, with decoder: inout SettingsDecoder) {
    guard !isMet(value) else { return }
    decoder.report(section[name]?.value.place ?? section.place, "\(section.path.key(name)) must \(text)")
  }

  package func output(of value: Value) -> [SettingOutputEntry] { [] }

  package func documentation(defaults: Value) -> [KeyDocumentation] { [] }
}
