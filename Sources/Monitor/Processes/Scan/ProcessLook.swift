import Model

/// What one look at a process showed; equal looks are of the same process running the same program.
struct ProcessLook: Sendable, Hashable {
  let key: ProcessKey
  let command: String
  let codeStart: UInt64
  let argumentStart: UInt64
  /// Told apart from others by its hash; nil where it was not read again.
  var arguments: Int?

  init(_ stat: ProcessStat, pid: Int32, commandLine: [UInt8]?) {
    key = ProcessKey(pid: pid, startTicks: stat.startTicks)
    command = stat.command
    codeStart = stat.codeStart
    argumentStart = stat.argumentStart
    arguments = commandLine?.hashValue
  }

  /// Whether the other look, at the same pid, is at this process, running the program that it ran before.
  func isSame(as other: ProcessLook) -> Bool {
    key == other.key && command == other.command && codeStart == other.codeStart
      && argumentStart == other.argumentStart
      && (arguments == nil || other.arguments == nil || arguments == other.arguments)
  }
}
