extension SettingsPlace {
  /// The place of a byte, where a library or a validator knows only its offset.
  init(ofByte offset: Int, in bytes: [UInt8]) {
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var line = 1
    var column = 1
    var previous: UInt8 = 0
    for byte in bytes.prefix(offset).dropFirst(bytes.starts(with: byteOrderMark) ? 3 : 0) {
      if byte == UInt8(ascii: "\n") && previous == UInt8(ascii: "\r") {
        // The second half of CRLF: the line was counted already.
      } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
      previous = byte
    }
    self.init(line: line, column: column)
  }
}
