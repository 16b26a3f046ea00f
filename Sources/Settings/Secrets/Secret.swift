/// A password or token: no way of printing it shows more than that it is there.
package struct Secret: Sendable, Hashable {
  /// The value itself, for the one place that sends it.
  package let revealed: String
  /// The file it came from, as the settings name it.
  package let file: String?

  package init(_ value: String, file: String? = nil) {
    revealed = value
    self.file = file
  }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable, Encodable {
  package var description: String { "<secret>" }

  package var debugDescription: String { description }

  package var customMirror: Mirror { Mirror(self, children: []) }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
