extension StringProtocol {
  /// Without the spaces and control characters around it, as Java's `trim` takes them away.
  var trimmed: String {
    let isSpace = { (scalar: Unicode.Scalar) in scalar.value <= 0x20 }
    guard let first = unicodeScalars.firstIndex(where: { !isSpace($0) }),
      let last = unicodeScalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(self[first...last])
  }

  /// The parts between commas, without spaces and without the empty ones.
  var listed: [String] {
    split(separator: ",").map(\.trimmed).filter { !$0.isEmpty }
  }
}
