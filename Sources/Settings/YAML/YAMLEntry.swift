/// One key of a YAML mapping with its value.
package struct YAMLEntry: Sendable, Hashable {
  package let key: String
  package let place: SettingsPlace
  package let value: YAMLNode

  package init(key: String, place: SettingsPlace, value: YAMLNode) {
    self.key = key
    self.place = place
    self.value = value
  }
}
