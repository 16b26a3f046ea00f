/// One flag: how it is written, what it means and what it does.
struct Flag: Sendable {
  let name: String
  /// What stands for its value in the help; absent for a switch, which knows `--no-NAME` too.
  var placeholder: String?
  let doc: String
  var defaultText: String?
  var isRepeatable = false
  /// Takes everything that the command line gave for this flag; a switch gets "true" or "false".
  let take: @Sendable ([String], inout Invocation) throws(UsageError) -> Void

  var spelling: String { "--\(name)" }

  var isSwitch: Bool { placeholder == nil }
}
