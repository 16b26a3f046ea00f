/// A YAML value and where it starts.
///
/// Anchors, aliases and merge keys are resolved nowhere: a document is what it looks like.
package struct YAMLNode: Sendable, Hashable {
  package enum Content: Sendable, Hashable {
    case scalar(YAMLScalar)
    case sequence([YAMLNode])
    /// In the order of the file; a key stands here once.
    case mapping([YAMLEntry])
    /// Something the parser has already complained about: whoever reads it stays silent.
    case refused
  }

  package let place: SettingsPlace
  package let content: Content

  package init(_ content: Content, at place: SettingsPlace) {
    self.content = content
    self.place = place
  }

  package subscript(key: String) -> YAMLNode? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value
  }

  package var isNull: Bool {
    guard case .scalar(let scalar) = content else { return false }
    return scalar.isNull
  }
}
