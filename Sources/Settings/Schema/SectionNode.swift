/// The keys that a file gives for one section.
package struct SectionNode {
  let path: SettingsPath
  let place: SettingsPlace
  let entries: [YAMLEntry]

  subscript(name: String) -> YAMLEntry? {
    entries.first { $0.key == name }
  }
}
