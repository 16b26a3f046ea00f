import Exporter
import Model

extension Page {
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for block in blocks { unsafe bytes += block.bytes }
    return bytes
  }

  var text: String {
    String(decoding: bytes, as: UTF8.self)
  }

  /// Without the empty one behind the last line's end.
  var lines: [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  /// The rows, without what the format says of their families.
  var rows: [String] {
    lines.filter { !$0.hasPrefix("#") }
  }
}
