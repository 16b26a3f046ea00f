/// A program that a test runs did not exit with 0.
package struct ScriptFailed: Error, CustomStringConvertible {
  package let arguments: [String]
  package let message: String

  package init(arguments: [String], message: String) {
    self.arguments = arguments
    self.message = message
  }

  package var description: String {
    "\(arguments.joined(separator: " ")) failed: \(message)"
  }
}
