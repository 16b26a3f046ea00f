/// Everything that a settings file can say, for people.
package struct SettingsReference: Sendable {
  struct Section: Sendable {
    let path: String
    let doc: String
    let keys: [KeyDocumentation]
  }

  private(set) var sections: [Section] = []

  /// The reference of a whole file.
  package init<Root: SettingsSection>(of root: Root.Type) {
    Root.describe("", in: &self)
  }

  mutating func add(_ section: Section) {
    sections.append(section)
  }
}
