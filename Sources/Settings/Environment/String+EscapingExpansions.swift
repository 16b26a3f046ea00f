extension String {
  /// The text as a settings file writes it, so that nothing in it is taken for a variable.
  ///
  /// Byte by byte: a combining character behind the brace would hide it from a comparison of characters.
  var escapingExpansions: String {
    var result: [UInt8] = []
    var rest = Array(utf8)[...]
    while let byte = rest.first {
      if rest.starts(with: "${".utf8) { result.append(UInt8(ascii: "$")) }
      result.append(byte)
      rest.removeFirst()
    }
    return String(decoding: result, as: UTF8.self)
  }
}
