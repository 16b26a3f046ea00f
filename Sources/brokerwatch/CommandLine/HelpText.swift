/// What `--help` prints, made of the declarations that the parser uses.
enum HelpText {
  static var text: String {
    let commands = Command.allCases.map { ($0.rawValue, $0.doc) }
    let general = [("-h, --help", "Print this."), ("--version", "Print the version.")]
    return """
      Usage: brokerwatch [COMMAND] [FLAGS]

      Watches a message broker and tells Prometheus, Grafana and people the truth about it.

      Commands:
      \(table(commands))

      Flags (they win over the settings file):
      \(table(general + Flag.ofConfiguration.map(row)))

      Flags of 'status':
      \(table([row(.discovery), row(.output)]))

      Flags of 'profiles':
      \(table([row(.profileName)]))

      Flags of 'metrics':
      \(table([row(.format)]))

      """
  }

  private static func row(_ flag: Flag) -> (String, String) {
    var spelling = flag.isSwitch ? "--[no-]\(flag.name)" : flag.spelling
    if let placeholder = flag.placeholder { spelling += " \(placeholder)" }
    let notes = [flag.defaultText.map { "default: \($0)" }, flag.isRepeatable ? "may be repeated" : nil]
    let note = notes.compactMap(\.self).joined(separator: "; ")
    return (spelling, note.isEmpty ? flag.doc : "\(flag.doc) (\(note))")
  }

  private static func table(_ rows: [(left: String, right: String)]) -> String {
    let width = rows.map(\.left.count).max() ?? 0
    let lines = rows.map { row in
      "  " + row.left + String(repeating: " ", count: width - row.left.count + 2) + row.right
    }
    return lines.joined(separator: "\n")
  }
}
