/// Why a file of a state directory was not read.
package enum StateFileProblem: Error, Hashable {
  /// It is there and not ours, for the reason in this half sentence.
  case foreign(String)
  case unreadable(SystemError)
}
