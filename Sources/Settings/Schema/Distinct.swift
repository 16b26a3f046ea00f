/// Elements of a list that must not say the same with one of their keys.
package struct Distinct<Value: Sendable & Equatable, Element: SettingsSection>: SchemaItem {
  let name: String
  let key: String
  let elements: @Sendable (Value) -> [Element]
  let identity: @Sendable (Element) -> String?

  /// - Parameters:
  ///   - name: the key of the list.
  ///   - key: the key of its elements that the complaint points to.
  ///   - elements: the list.
  ///   - identity: what must differ; nil differs from everything.
  package init(
    _ name: String, by key: String, in elements: @escaping @Sendable (Value) -> [Element],
    _ identity: @escaping @Sendable (Element) -> String?
  ) {
    self.name = name
    self.key = key
    self.elements = elements
    self.identity = identity
  }

  package var names: [String] { [] }

  package func decode(
    _ section: SectionNode, into value: inout Value, with decoder: inout SettingsDecoder
  ) {}

  package func check(_ section: SectionNode, _ value: Value, with decoder: inout SettingsDecoder) {
    guard let list = section[name]?.value, case .sequence(let nodes) = list.content else { return }
    var seen: Set<String> = []
    for (index, (element, node)) in zip(elements(value), nodes).enumerated() {
      guard let identity = identity(element), !seen.insert(identity).inserted else { continue }
      let path = section.path.key(name).element(index).key(key)
      decoder.report(
        node[key]?.place ?? node.place, "\(path) must differ from those before it, found \(identity.quoted)")
    }
  }

  package func output(of value: Value) -> [SettingOutputEntry] { [] }

  package func documentation(defaults: Value) -> [KeyDocumentation] { [] }
}
