/// A part of a schema: a key, a secret with its two keys, or a rule about several.
package protocol SchemaItem<Value>: Sendable {
  associatedtype Value

  /// The keys in the file that belong to this item.
  var names: [String] { get }

  func decode(_ section: SectionNode, into value: inout Value, with decoder: inout SettingsDecoder)

  /// Called when all keys of the section were right.
  func check(_ section: SectionNode, _ value: Value, with decoder: inout SettingsDecoder)

  func output(of value: Value) -> [SettingOutputEntry]

  func documentation(defaults: Value) -> [KeyDocumentation]

  func describeSections(inside path: String, in reference: inout SettingsReference)
}

extension SchemaItem {
  package func check(_ section: SectionNode, _ value: Value, with decoder: inout SettingsDecoder) {}

  package func describeSections(inside path: String, in reference: inout SettingsReference) {}
}
