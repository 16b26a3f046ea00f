import Settings

/// Understands a command line, or says on one line why it does not.
struct CommandLineParser {
  private var rest: ArraySlice<String>
  private var words: [String] = []
  /// In the order of their first appearance.
  private var used: [(flag: Flag, values: [String])] = []
  private var early: Command?

  /// The arguments come without the executable's own name.
  static func parse(_ arguments: [String]) throws(UsageError) -> Invocation {
    var parser = CommandLineParser(rest: arguments[...])
    return try parser.invocation()
  }

  private init(rest: ArraySlice<String>) {
    self.rest = rest
  }

  private mutating func invocation() throws(UsageError) -> Invocation {
    while let argument = rest.popFirst() {
      try accept(argument)
      if let early { return Invocation(command: early) }
    }
    var invocation = Invocation(command: try Command(words: words))
    let allowed = invocation.command.flags.map(\.name)
    for (flag, values) in used {
      guard allowed.contains(flag.name) else {
        throw UsageError("the flag '\(flag.spelling)' means nothing to '\(invocation.command.rawValue)'")
      }
      try flag.take(values, &invocation)
    }
    return invocation
  }

  private mutating func accept(_ argument: String) throws(UsageError) {
    switch argument {
    case "-h", "--help": early = .help
    case "--version": early = .version
    case "--":
      words += rest
      rest = []
    case _ where argument.hasPrefix("-") && argument != "-": try acceptFlag(argument)
    default: words.append(argument)
    }
  }

  private mutating func acceptFlag(_ argument: String) throws(UsageError) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
      String.init)
    let spelling = parts.first ?? argument
    guard let flag = Flag.all.first(where: { $0.spellings.contains(spelling) }) else {
      let known = Flag.all.flatMap(\.spellings) + ["--help", "--version"]
      let hint = nearest(spelling, among: known).map { "did you mean '\($0)'?" } ?? "see 'brokerwatch --help'"
      throw UsageError("unknown flag \(spelling.quoted); \(hint)")
    }
    let attached = parts.count > 1 ? parts[1] : nil
    if flag.isSwitch {
      guard attached == nil else { throw UsageError("the flag '\(spelling)' takes no value") }
      try note(flag, spelling == flag.spelling ? "true" : "false")
    } else if let attached {
      try note(flag, attached)
    } else {
      try note(flag, try valueBehind(flag))
    }
  }

  private mutating func valueBehind(_ flag: Flag) throws(UsageError) -> String {
    guard let value = rest.first, !value.hasPrefix("--") else {
      throw UsageError(
        "the flag '\(flag.spelling)' needs a value: \(flag.spelling) \(flag.placeholder ?? "VALUE")")
    }
    rest.removeFirst()
    return value
  }

  private mutating func note(_ flag: Flag, _ value: String) throws(UsageError) {
    guard let index = used.firstIndex(where: { $0.flag.name == flag.name }) else {
      used.append((flag, [value]))
      return
    }
    guard flag.isRepeatable else { throw UsageError("the flag '\(flag.spelling)' is given twice") }
    used[index].values.append(value)
  }
}

extension Flag {
  fileprivate var spellings: [String] {
    isSwitch ? [spelling, "--no-\(name)"] : [spelling]
  }
}
