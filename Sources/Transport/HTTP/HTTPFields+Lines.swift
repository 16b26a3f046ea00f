extension HTTPFields {
  /// What is wrong with the first field that must not be sent; nil: nothing.
  ///
  /// A line end in a value would start a field, or a request, of its own.
  var complaint: String? {
    for field in self {
      if field.name.isEmpty || !field.name.utf8.allSatisfy(Self.isToken) {
        return "'\(field.name.debugDescription)' is no name for a header field"
      }
      if field.value.utf8.contains(where: { $0 == 0 || $0 == 0x0A || $0 == 0x0D }) {
        return "the value of the header field '\(field.name)' has a line end or a NUL in it"
      }
    }
    return nil
  }

  /// As libcurl wants them: a field without a value is written with a semicolon, for a colon would take it away.
  var curlLines: [String] {
    map { $0.value.isEmpty ? "\($0.name);" : "\($0.name): \($0.value)" }
  }

  /// RFC 9110, section 5.6.2.
  private static func isToken(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }
}
