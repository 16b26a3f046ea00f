extension YAMLNode {
  /// How a message names what stands here: "found 'ten'".
  var found: String {
    switch content {
    case .scalar(let scalar):
      if let written = scalar.written { return "the value of \(written.quoted)" }
      return scalar.isNull ? "nothing" : scalar.text.quoted
    case .sequence:
      return "a list"
    case .mapping:
      return "keys and values"
    case .refused:
      return "something that is refused"
    }
  }
}
