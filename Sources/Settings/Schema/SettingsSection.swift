/// A group of keys: a mapping in the file, a struct in the program.
package protocol SettingsSection: SettingValue {
  static var schema: Schema<Self> { get }
}

extension SettingsSection {
  package static var typeName: String { "section" }

  package static func decode(
    _ node: YAMLNode, at path: SettingsPath, with decoder: inout SettingsDecoder
  ) -> Self? {
    schema.decode(node, at: path, with: &decoder)
  }

  package var output: SettingOutput { Self.schema.output(of: self) }

  package static func describe(_ path: String, in reference: inout SettingsReference) {
    schema.describe(path, in: &reference)
  }
}
