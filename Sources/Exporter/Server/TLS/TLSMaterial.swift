/// Certificates and key as PEM text, read but not yet understood.
struct TLSMaterial: Sendable, Hashable {
  /// The server's certificate, followed by those that lead to its authority.
  let certificates: [UInt8]
  let key: [UInt8]
  /// The authorities whose clients are believed.
  var clientAuthorities: [UInt8]?
}
