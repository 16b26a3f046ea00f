/// Thrown by a tick that found nothing where nobody promised that something is: no failure, and worth no log line.
package struct NothingToWatch: Error, CustomStringConvertible {
  package let description: String

  package init(_ description: String) {
    self.description = description
  }
}
