import Systemd

/// A file in which somebody else keeps a token fresh, as Kubernetes does for service accounts.
///
/// Read for every connection: that is often enough, for a broker ends the session with the token.
package struct TokenFile: TokenSource {
  private let path: String

  package init(path: String) {
    self.path = path
  }

  package var description: String { "the token file \(path)" }

  package func token() async throws(SASLError) -> String {
    let bytes: [UInt8]
    do throws(SmallFile.Failure) {
      bytes = try SmallFile.read(path, limit: BearerToken.limit)
    } catch {
      throw .unavailable("\(error)", advice: "Name the file that holds the token, and let this user read it.")
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let token = text.trimmingWhitespace
    guard !token.isEmpty else {
      throw .unavailable("\(self) is empty", advice: "Look into what should write it.")
    }
    return token
  }
}

extension String {
  /// Without the line end that editors leave.
  fileprivate var trimmingWhitespace: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
