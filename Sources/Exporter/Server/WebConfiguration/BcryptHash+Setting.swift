import Settings

extension BcryptHash: SettingValue {
  static var typeName: String { "bcrypt hash" }

  /// What stands there may be the password itself: no message repeats it.
  static func decode(_ node: YAMLNode, at path: SettingsPath, with decoder: inout SettingsDecoder)
    -> BcryptHash?
  {
    guard case .scalar(let scalar) = node.content, let hash = BcryptHash(scalar.text) else {
      decoder.reportMismatch(
        node, at: path, expected: "a bcrypt hash", found: "something else",
        hint: "make one with htpasswd -nB NAME")
      return nil
    }
    return hash
  }

  var output: SettingOutput { .text("<secret>") }
}
