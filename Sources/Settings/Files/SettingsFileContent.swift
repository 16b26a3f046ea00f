/// What a file holds, and whether everybody may know it.
package struct SettingsFileContent: Sendable, Equatable {
  package let bytes: [UInt8]
  package let isWorldReadable: Bool

  package init(bytes: [UInt8], isWorldReadable: Bool) {
    self.bytes = bytes
    self.isWorldReadable = isWorldReadable
  }
}
