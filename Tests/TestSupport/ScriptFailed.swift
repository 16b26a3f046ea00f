/// A program that a test runs did not exit with 0.
package struct ScriptFailed: Error, CustomStringConvertible {
  package let arguments: [String]
  package let message: String

  package var description: String {
    "\(arguments.joined(separator: " ")) failed: \(message)"
  }
}
