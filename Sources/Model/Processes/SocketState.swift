/// The states of TCP in which a socket is a connection, with the kernel's numbers.
package enum SocketState: UInt8, Sendable, CaseIterable {
  case established = 1
  case synSent = 2
  case synReceived = 3
  case finWait1 = 4
  case finWait2 = 5
  case timeWait = 6
  case closed = 7
  case closeWait = 8
  case lastAcknowledgement = 9
  case closing = 11
}
