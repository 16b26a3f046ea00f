/// A key whose value nobody may see, given in the file as `NAME` or in a file of its own as `NAME_file`.
package struct SecretKey<Value: Sendable & Equatable>: SchemaItem {
  let name: String
  let keyPath: any WritableKeyPath<Value, Secret?> & Sendable
  let isRequired: Bool
  let doc: String

  package init(
    _ name: String, _ keyPath: any WritableKeyPath<Value, Secret?> & Sendable, isRequired: Bool = false,
    doc: String
  ) {
    self.name = name
    self.keyPath = keyPath
    self.isRequired = isRequired
    self.doc = doc
  }

  private var fileName: String { name + "_file" }

  package var names: [String] { [name, fileName] }

  package func decode(
    _ section: SectionNode, into value: inout Value, with decoder: inout SettingsDecoder
  ) {
    let inline = section[name]
    let file = section[fileName]
    if let inline, let file {
      decoder.report(
        max(inline.place, file.place),
        "'\(name)' and '\(fileName)' exclude each other \(section.path.location); keep one of them")
    } else if let inline {
      value[keyPath: keyPath] = decoder.secret(inline.value, at: section.path.key(name))
    } else if let file {
      value[keyPath: keyPath] = decoder.secret(inFileNamedBy: file.value, at: section.path.key(fileName))
    } else if isRequired {
      decoder.report(
        section.place, "the key '\(name)' or '\(fileName)' is missing \(section.path.location)")
    }
  }

  package func output(of value: Value) -> [SettingOutputEntry] {
    guard let secret = value[keyPath: keyPath] else { return [SettingOutputEntry(key: name, value: .null)] }
    guard let file = secret.file else {
      return [SettingOutputEntry(key: name, value: .plain(secret.description))]
    }
    return [SettingOutputEntry(key: fileName, value: .text(file.escapingExpansions))]
  }

  package func documentation(defaults: Value) -> [KeyDocumentation] {
    let type = "secret text"
    return [
      KeyDocumentation(
        name: name, type: type, defaultText: isRequired ? nil : "null", isRequired: isRequired, doc: doc),
      KeyDocumentation(
        name: fileName, type: "path of a file", defaultText: "null", isRequired: false,
        doc: "The file that holds `\(name)`, relative to the settings file; instead of `\(name)`."),
    ]
  }
}
