/// A method to call on an object of the bus.
package struct BusCall: Sendable, Hashable {
  package enum Argument: Sendable, Hashable {
    case string(String)
    case strings([String])
  }

  package let destination: String
  package let path: String
  package let interface: String
  package let member: String
  package let arguments: [Argument]

  package init(
    to destination: String, path: String, interface: String, member: String, _ arguments: Argument...
  ) {
    self.destination = destination
    self.path = path
    self.interface = interface
    self.member = member
    self.arguments = arguments
  }
}
