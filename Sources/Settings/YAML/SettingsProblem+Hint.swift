extension SettingsProblem {
  /// A syntax error with what probably caused it: libyaml's words help only those who know its scanner.
  func hinted(by bytes: [UInt8]) -> SettingsProblem {
    let isLineEnd = { (byte: UInt8) in byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
    let lines = bytes.split(
      maxSplits: place.line, omittingEmptySubsequences: false, whereSeparator: isLineEnd)
    guard lines.indices.contains(place.line - 1) else { return self }
    let line = String(decoding: lines[place.line - 1], as: UTF8.self)
    if line.unicodeScalars.dropFirst(place.column - 1).first == "\t" {
      return SettingsProblem(place, message + "; use spaces here instead of a tab")
    }
    if line.contains("${") {
      return SettingsProblem(place, message + "; inside [ ] and { } a value with ${NAME} needs quotes")
    }
    return self
  }
}
