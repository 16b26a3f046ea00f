import Systemd

/// What a tool of Kafka's own printed about a captured cluster.
struct ToolOutput {
  let text: String

  init(release: String, tool: String) throws {
    let path = VectorFiles.path(ofCapturedTool: "\(release)/\(tool)")
    text = String(decoding: try SmallFile.read(path), as: UTF8.self)
  }

  /// The words of every line that has some.
  var rows: [[String]] {
    text.split(whereSeparator: \.isNewline)
      .map { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
      .filter { !$0.isEmpty }
  }

  /// What stands behind the first `Key:` of a line.
  func value(_ key: String) -> String? {
    rows.first { $0.first == key }.flatMap { $0.count > 1 ? $0[1] : nil }
  }
}
