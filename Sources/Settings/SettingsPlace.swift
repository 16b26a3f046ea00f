/// A place in a settings file, counted from 1 as editors do; columns are Unicode characters.
package struct SettingsPlace: Sendable, Hashable, Comparable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static let start = SettingsPlace(line: 1, column: 1)

  package static func < (left: SettingsPlace, right: SettingsPlace) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
