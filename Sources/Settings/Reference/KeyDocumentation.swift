/// What the reference says about one key.
package struct KeyDocumentation: Sendable, Equatable {
  let name: String
  let type: String
  /// Absent where none could be used: a required key, a section.
  let defaultText: String?
  let isRequired: Bool
  let doc: String
}
