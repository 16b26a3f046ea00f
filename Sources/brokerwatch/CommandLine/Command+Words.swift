import Settings

extension Command {
  /// The command that the words before and between the flags name.
  init(words: [String]) throws(UsageError) {
    guard let first = words.first else {
      self = .run
      return
    }
    if let command = Self.allCases.first(where: { words.starts(with: $0.words) }) {
      self = command
      guard words.count == command.words.count || command == .help else {
        throw UsageError("'\(command.rawValue)' takes no argument \(words[command.words.count].quoted)")
      }
      return
    }
    let group = Self.allCases.map(\.words).filter { $0.count > 1 && $0.first == first }.compactMap(\.last)
    guard group.isEmpty else {
      guard words.count > 1 else {
        throw UsageError("'\(first)' needs one of \(group.listed(with: "or")) behind it")
      }
      throw UsageError(Self.unknown(words[1], after: "\(first) ", among: group))
    }
    throw UsageError(Self.unknown(first, after: "", among: Self.allCases.compactMap(\.words.first)))
  }

  private var words: [String] {
    rawValue.split(separator: " ").map(String.init)
  }

  private static func unknown(_ word: String, after start: String, among known: [String]) -> String {
    let hint =
      nearest(word, among: known).map { "did you mean '\(start)\($0)'?" } ?? "see 'brokerwatch --help'"
    return "unknown command \("\(start)\(word)".quoted); \(hint)"
  }
}
