import Testing

/// A text with mistakes and the lines that must name them.
struct Complaint: Sendable, CustomTestStringConvertible {
  let text: String
  let lines: [String]

  init(_ text: String, _ lines: String...) {
    self.text = text
    self.lines = lines
  }

  var testDescription: String { lines.first ?? "" }

  static let all = keys + values + numbers + environment + secrets
}
