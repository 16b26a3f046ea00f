/// Why settings cannot be used.
package enum SettingsError: Error, Equatable, CustomStringConvertible {
  case unreadable(file: String, SettingsFileProblem)
  /// Everything that is wrong in the file, in its order.
  case invalid(file: String, [SettingsProblem])

  /// What is wrong in files that it names.
  case related([String])

  /// One line for each problem.
  package var description: String {
    switch self {
    case .unreadable(let file, let problem): "the settings file \(file.quoted) \(problem.reason)"
    case .invalid(let file, let problems): problems.map { $0.text(file: file) }.joined(separator: "\n")
    case .related(let problems): problems.joined(separator: "\n")
    }
  }
}
