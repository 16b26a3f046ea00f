/// One thing that is wrong, or doubtful, in a settings file, and where.
package struct SettingsProblem: Error, Hashable, Comparable {
  package let place: SettingsPlace
  package let message: String

  package init(_ place: SettingsPlace, _ message: String) {
    self.place = place
    self.message = message
  }

  /// The form that compilers use, so that editors can jump to it.
  package func text(file: String) -> String {
    "\(file):\(place.line):\(place.column): \(message)"
  }

  package static func < (left: SettingsProblem, right: SettingsProblem) -> Bool {
    (left.place, left.message) < (right.place, right.message)
  }
}
