extension String {
  /// The text between single quotes for a message of one line: control characters escaped, a long text cut.
  package var quoted: String {
    var shown = ""
    for (index, character) in unicodeScalars.enumerated() {
      guard index < 60 else {
        shown += "…"
        break
      }
      let isControl =
        character.value < 0x20 || (0x7F...0x9F).contains(character.value)
        || character.value == 0x2028 || character.value == 0x2029
      shown += isControl ? character.escaped(asASCII: true) : String(character)
    }
    return "'\(shown)'"
  }
}
