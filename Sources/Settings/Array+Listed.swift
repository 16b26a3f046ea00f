extension Array where Element == String {
  /// The words as a sentence has them: "a, b or c".
  package func listed(with conjunction: String) -> String {
    guard count > 1, let last else { return first ?? "" }
    return "\(dropLast().joined(separator: ", ")) \(conjunction) \(last)"
  }
}
