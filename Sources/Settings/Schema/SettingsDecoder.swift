/// Collects what is wrong while a document is decoded, and reads the files that hold its secrets.
package struct SettingsDecoder {
  let surroundings: SettingsSurroundings
  private(set) var problems: [SettingsProblem] = []
  private(set) var warnings: [SettingsProblem] = []

  init(surroundings: SettingsSurroundings) {
    self.surroundings = surroundings
  }

  package mutating func report(_ place: SettingsPlace, _ message: String) {
    problems.append(SettingsProblem(place, message))
  }

  package mutating func reportMismatch(
    _ node: YAMLNode, at path: SettingsPath, expected: String, found: String? = nil, hint: String? = nil
  ) {
    // The parser has said what is wrong with this one.
    if case .refused = node.content { return }
    let end = hint.map { "; \($0)" } ?? ""
    report(node.place, "expected \(expected) for \(path), found \(found ?? node.found)\(end)")
  }

  /// A scalar that stands where keys belong may be a secret on the wrong level: it is not repeated.
  package mutating func reportNoKeys(_ node: YAMLNode, at path: SettingsPath) {
    var found: String?
    if case .scalar(let scalar) = node.content, !scalar.isNull { found = "text" }
    reportMismatch(node, at: path, expected: "keys and values", found: found)
  }

  mutating func secret(_ node: YAMLNode, at path: SettingsPath) -> Secret? {
    guard !node.isNull, let text = text(node, at: path) else { return nil }
    guard !text.isEmpty else {
      report(node.place, "the secret \(path) is empty")
      return nil
    }
    return Secret(text)
  }

  mutating func secret(inFileNamedBy node: YAMLNode, at path: SettingsPath) -> Secret? {
    guard !node.isNull, let name = text(node, at: path) else { return nil }
    let place = node.place
    do throws(SettingsFileProblem) {
      let file = try surroundings.read(name)
      if file.isWorldReadable {
        warnings.append(
          SettingsProblem(
            place, "every user can read the secret file \(name.quoted) of \(path); run chmod o-r on it"))
      }
      return Secret(try SecretFile.text(file.bytes), file: name)
    } catch {
      report(place, "the file \(name.quoted) of \(path) \(error.reason)")
      return nil
    }
  }

  private mutating func text(_ node: YAMLNode, at path: SettingsPath) -> String? {
    guard case .scalar(let scalar) = node.content else {
      reportMismatch(node, at: path, expected: "text")
      return nil
    }
    return scalar.text
  }
}
