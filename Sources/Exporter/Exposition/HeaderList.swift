/// The form that `Accept` and `Accept-Encoding` share: values with parameters and a quality, between commas.
enum HeaderList {
  struct Item: Hashable {
    /// In lower case.
    let value: String
    /// Names in lower case; `q` left out.
    let parameters: [String: String]
    /// In thousandths, 0 to 1000.
    let quality: Int
  }

  /// Items that make no sense are left out: a client may send what a later standard defines.
  static func parse(_ header: String) -> [Item] {
    split(header, at: ",").compactMap(item)
  }

  private static func item(_ text: String) -> Item? {
    let parts = split(text, at: ";")
    guard let value = parts.first?.lowercased(), !value.isEmpty else { return nil }
    var parameters: [String: String] = [:]
    var quality = 1000
    for part in parts.dropFirst() where !part.isEmpty {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard pair.count == 2 else { return nil }
      let name = trim(pair[0]).lowercased()
      let text = unquoted(trim(pair[1]))
      if name == "q" {
        guard let thousandths = thousandths(text) else { return nil }
        quality = thousandths
      } else {
        parameters[name] = text
      }
    }
    return Item(value: value, parameters: parameters, quality: quality)
  }

  /// RFC 9110, 12.4.2: `0`, `1`, and up to three decimals.
  private static func thousandths(_ text: String) -> Int? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let decimals = parts.count == 2 ? parts[1] : ""
    guard parts[0] == "0" || parts[0] == "1", decimals.count <= 3, decimals.utf8.allSatisfy(isDigit),
      let fraction = Int(decimals + String(repeating: "0", count: 3 - decimals.count))
    else { return nil }
    let quality = (parts[0] == "1" ? 1000 : 0) + fraction
    return quality <= 1000 ? quality : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Splits outside of quotes, and trims.
  private static func split(_ text: String, at separator: Character) -> [String] {
    var parts = [""]
    var (isQuoted, isEscaped) = (false, false)
    for character in text {
      if character == separator, !isQuoted {
        parts.append("")
        continue
      }
      if character == "\"", !isEscaped { isQuoted.toggle() }
      isEscaped = isQuoted && character == "\\" && !isEscaped
      parts[parts.count - 1].append(character)
    }
    return parts.map { trim($0[...]) }
  }

  private static func trim(_ text: Substring) -> String {
    func isBlank(_ character: Character) -> Bool { character == " " || character == "\t" }
    var text = text.drop(while: isBlank)
    while let last = text.last, isBlank(last) { text.removeLast() }
    return String(text)
  }

  private static func unquoted(_ text: String) -> String {
    guard text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
    return String(text.dropFirst().dropLast())
  }
}
