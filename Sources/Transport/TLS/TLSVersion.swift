/// The oldest TLS version that a connection may use.
package enum TLSVersion: Sendable, Hashable {
  case v1_2
  case v1_3
}
