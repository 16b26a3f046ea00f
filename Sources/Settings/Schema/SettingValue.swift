/// A type that a key of a settings file can have.
package protocol SettingValue: Sendable, Equatable {
  /// What the reference calls it: "duration", "list (text)".
  static var typeName: String { get }

  /// The value of a node; nothing when it is none, and then the decoder has heard why.
  static func decode(
    _ node: YAMLNode, at path: SettingsPath, with decoder: inout SettingsDecoder
  ) -> Self?

  var output: SettingOutput { get }

  /// Adds the sections inside this type to the reference.
  static func describe(_ path: String, in reference: inout SettingsReference)
}

extension SettingValue {
  package static func describe(_ path: String, in reference: inout SettingsReference) {}
}
