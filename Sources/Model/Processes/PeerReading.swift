/// The connections that a broker opened to another one.
package struct PeerReading: Sendable, Hashable {
  /// The other one's address and port.
  package let peer: String
  /// How long a segment and its acknowledgement take, on the connection that heard from the peer last.
  package var roundTrip: Duration?

  package init(peer: String, roundTrip: Duration? = nil) {
    self.peer = peer
    self.roundTrip = roundTrip
  }
}
