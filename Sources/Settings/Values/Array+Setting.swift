extension Array: SettingValue where Element: SettingValue {
  package static var typeName: String { "list (\(Element.typeName))" }

  package static func decode(
    _ node: YAMLNode, at path: SettingsPath, with decoder: inout SettingsDecoder
  ) -> [Element]? {
    guard case .sequence(let nodes) = node.content else {
      decoder.reportMismatch(node, at: path, expected: "a list")
      return nil
    }
    var elements: [Element] = []
    for (index, node) in nodes.enumerated() {
      guard let element = Element.decode(node, at: path.element(index), with: &decoder) else { continue }
      elements.append(element)
    }
    return elements.count == nodes.count ? elements : nil
  }

  package var output: SettingOutput { .list(map(\.output)) }

  package static func describe(_ path: String, in reference: inout SettingsReference) {
    Element.describe(path + "[]", in: &reference)
  }
}
