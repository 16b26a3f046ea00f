import Settings

extension YAMLNode {
  /// The text of a scalar that is something.
  var text: String? {
    guard case .scalar(let scalar) = content, !scalar.isNull else { return nil }
    return scalar.text
  }

  /// The value at a path of keys with dots between them, such as `node.id`.
  func value(at path: String) -> YAMLNode? {
    path.split(separator: ".").reduce(self as YAMLNode?) { node, key in node?[String(key)] }
  }
}
