extension Dictionary: SettingValue where Key == String, Value: SettingValue {
  package static var typeName: String { "map (\(Value.typeName))" }

  package static func decode(
    _ node: YAMLNode, at path: SettingsPath, with decoder: inout SettingsDecoder
  ) -> [String: Value]? {
    guard case .mapping(let entries) = node.content else {
      decoder.reportNoKeys(node, at: path)
      return nil
    }
    var values: [String: Value] = [:]
    for entry in entries {
      // YAML parsers take a key only within its first 1024 characters, escapes included.
      guard entry.key.unicodeScalars.count <= 128 else {
        decoder.report(
          entry.place, "the name \(entry.key.quoted) \(path.location) is longer than 128 characters")
        continue
      }
      values[entry.key] = Value.decode(entry.value, at: path.key(entry.key), with: &decoder)
    }
    return values.count == entries.count ? values : nil
  }

  package var output: SettingOutput {
    .section(
      sorted { $0.key < $1.key }.map { SettingOutputEntry(key: $0.key, value: $0.value.output) })
  }

  package static func describe(_ path: String, in reference: inout SettingsReference) {
    Value.describe(path + ".NAME", in: &reference)
  }
}
