/// The sockets of one listener.
package struct ListenerReading: Sendable, Hashable {
  package let name: String
  package var connections: [SocketState: Int]

  package init(name: String, connections: [SocketState: Int] = [:]) {
    self.name = name
    self.connections = connections
  }
}
