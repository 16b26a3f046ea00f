extension SettingOutput {
  /// The value as a YAML document that every YAML parser reads alike.
  package var yaml: String {
    var text = ""
    write(to: &text, indent: 0)
    return text
  }

  /// The value on one line.
  package var inline: String {
    switch self {
    case .null: "null"
    case .plain(let word): word
    case .text(let text): YAMLText.scalar(text)
    case .list(let elements): "[\(elements.map(\.inline).joined(separator: ", "))]"
    case .section(let entries):
      "{\(entries.map { "\(YAMLText.scalar($0.key)): \($0.value.inline)" }.joined(separator: ", "))}"
    }
  }

  private var isOneLine: Bool {
    switch self {
    case .null, .plain, .text: true
    case .list(let elements): elements.isEmpty
    case .section(let entries): entries.isEmpty
    }
  }

  /// Writes whole lines; the first one may stand behind a dash that is already there.
  private func write(to text: inout String, indent: Int, afterDash: Bool = false) {
    let margin = String(repeating: " ", count: indent)
    if isOneLine {
      text += (afterDash ? "" : margin) + inline + "\n"
    } else if case .list(let elements) = self {
      for (index, element) in elements.enumerated() {
        text += (afterDash && index == 0 ? "" : margin) + "- "
        element.write(to: &text, indent: indent + 2, afterDash: true)
      }
    } else if case .section(let entries) = self {
      for (index, entry) in entries.enumerated() {
        text += (afterDash && index == 0 ? "" : margin) + YAMLText.scalar(entry.key) + ":"
        text += entry.value.isOneLine ? " " : "\n"
        entry.value.write(to: &text, indent: indent + 2, afterDash: entry.value.isOneLine)
      }
    }
  }
}
