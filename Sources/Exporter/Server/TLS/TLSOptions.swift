/// How TLS is spoken, as far as it is not a matter of certificates.
struct TLSOptions: Sendable, Hashable {
  var minimum = TLSVersion.tls12
  var maximum = TLSVersion.tls13
  /// Empty means GnuTLS' own choice.
  var cipherSuites: [TLSCipherSuite] = []
  var prefersServerOrder = true
  /// Empty means GnuTLS' own choice.
  var curves: [TLSCurve] = []

  /// The same in GnuTLS' own notation.
  ///
  /// GnuTLS combines key exchanges, ciphers and authentication codes freely: suites that mix two key exchanges allow
  /// both with each cipher. Go leaves TLS 1.3 out of `cipher_suites`; here its ciphers follow the list too.
  var priority: String {
    var words = ["NORMAL", "-VERS-ALL"]
    words += TLSVersion.allCases.filter { (minimum...max(minimum, maximum)).contains($0) }
      .map { "+" + $0.priorityName }
    if !cipherSuites.isEmpty {
      let keyExchanges = Self.distinct(cipherSuites.compactMap(\.keyExchange))
      if !keyExchanges.isEmpty { words += ["-KX-ALL"] + keyExchanges }
      words += ["-CIPHER-ALL"] + Self.distinct(cipherSuites.map(\.cipher))
      words += ["-MAC-ALL"] + Self.distinct(cipherSuites.map(\.authentication))
    }
    if !curves.isEmpty {
      words += ["-GROUP-ALL"] + Self.distinct(curves.map(\.priorityName))
    }
    if prefersServerOrder { words.append("%SERVER_PRECEDENCE") }
    return words.joined(separator: ":")
  }

  private static func distinct(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }.map { "+" + $0 }
  }
}
