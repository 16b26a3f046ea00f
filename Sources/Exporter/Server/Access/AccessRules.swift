/// What the web configuration says of who may ask, how often, and with which headers we answer.
struct AccessRules: Sendable, Hashable {
  struct RateLimit: Sendable, Hashable {
    /// Time in which one more request is allowed.
    let interval: Duration
    let burst: Int
  }

  var headers: [HTTPServerReply.Header] = []
  /// bcrypt hashes by user name; empty lets everybody in.
  var users: [String: BcryptHash] = [:]
  var rateLimit: RateLimit?
}
