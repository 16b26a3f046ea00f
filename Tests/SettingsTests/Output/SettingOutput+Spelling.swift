@testable import Settings

extension SettingOutput {
  /// What `read_yaml.py` prints for it when another parser understands it as we do.
  var spelling: String {
    switch self {
    case .null: "null"
    case .plain(let word): Self.spelling(ofPlain: word)
    case .text(let text): Self.spelling(of: text)
    case .list(let elements): "[\(elements.map(\.spelling).joined(separator: ","))]"
    case .section(let entries):
      "{\(entries.map { "\(Self.spelling(of: $0.key)):\($0.value.spelling)" }.joined(separator: ","))}"
    }
  }

  private static func spelling(ofPlain word: String) -> String {
    if ["true", "false"].contains(word) || Int(word) != nil { return word }
    guard let number = Double(word) else { return spelling(of: word) }
    return "x" + hexadecimal((0..<8).map { UInt8(truncatingIfNeeded: number.bitPattern >> (56 - 8 * $0)) })
  }

  private static func spelling(of text: String) -> String {
    "'\(hexadecimal(Array(text.utf8)))'"
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
