import Model
import Settings

extension Logger {
  /// What is doubtful in a settings file that can be used.
  func warn(_ warnings: [SettingsProblem], file: String?) {
    for warning in warnings { warn("doubtful setting", .init("at", warning.text(file: file ?? ""))) }
  }
}
