extension Optional: SettingValue where Wrapped: SettingValue {
  package static var typeName: String { Wrapped.typeName }

  package static func decode(
    _ node: YAMLNode, at path: SettingsPath, with decoder: inout SettingsDecoder
  ) -> Wrapped?? {
    node.isNull ? .some(nil) : Wrapped.decode(node, at: path, with: &decoder).map(Optional.some)
  }

  package var output: SettingOutput { self?.output ?? .null }

  package static func describe(_ path: String, in reference: inout SettingsReference) {
    Wrapped.describe(path, in: &reference)
  }
}
