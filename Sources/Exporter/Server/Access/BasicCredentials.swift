/// User name and password of an `Authorization: Basic` header.
struct BasicCredentials: Sendable, Hashable {
  let user: String
  let password: String

  init(user: String, password: String) {
    self.user = user
    self.password = password
  }

  /// Nil for other schemes and for what is not well formed.
  init?(header: String) {
    let parts = header.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, String(parts[0]).equalsIgnoringCase("Basic"),
      let bytes = Base64.decode(String(parts[1]).utf8), !bytes.contains(0),
      let text = String(validating: bytes, as: UTF8.self), let colon = text.firstIndex(of: ":")
    else { return nil }
    user = String(text[..<colon])
    password = String(text[text.index(after: colon)...])
  }
}
