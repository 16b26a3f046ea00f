import Model

/// Stands before the routes and lets through who may ask, as the web configuration in force has it.
final class AccessGate: Sendable {
  private struct State: Sendable {
    var rules = AccessRules()
    var bucket: TokenBucket?
  }

  private let state = Locked(State())
  private let passwords = PasswordChecker()
  private let time: any TimeSource

  init(time: any TimeSource) {
    self.time = time
  }

  func apply(_ rules: AccessRules) {
    let now = time.now().uptime
    let hasOtherUsers = state.withLock { state in
      if rules.rateLimit != state.rules.rateLimit {
        state.bucket = rules.rateLimit.map { TokenBucket($0, at: now) }
      }
      defer { state.rules = rules }
      return rules.users != state.rules.users
    }
    if hasOtherUsers { passwords.forget() }
  }

  func answer(
    to request: HTTPServerRequest, _ next: @escaping @Sendable (HTTPServerRequest) -> Answer
  ) -> Answer {
    let now = time.now().uptime
    let (rules, isAllowed) = state.withLock { ($0.rules, $0.bucket?.take(at: now) ?? true) }
    let answer = isAllowed ? authenticate(request, rules.users, next) : .now(.tooMany)
    return rules.headers.isEmpty ? answer : answer.map { $0.adding(rules.headers) }
  }

  private func authenticate(
    _ request: HTTPServerRequest, _ users: [String: BcryptHash],
    _ next: @escaping @Sendable (HTTPServerRequest) -> Answer
  ) -> Answer {
    guard !users.isEmpty else { return next(request) }
    guard let credentials = request.header("Authorization").flatMap(BasicCredentials.init(header:)) else {
      return .now(.unauthorized)
    }
    if let hash = users[credentials.user], passwords.isKnown(credentials, hash) {
      return next(request.authenticated())
    }
    return .later { [passwords] in
      switch await passwords.check(credentials, among: users) {
      case .right: await next(request.authenticated()).reply()
      case .wrong: .unauthorized
      case .busy: .tooManyPasswords
      }
    }
  }
}

extension HTTPServerReply {
  fileprivate static let tooMany = refusal(
    429, "More requests came than the rate limit of the web configuration allows.",
    headers: [.init("Retry-After", "1")])

  fileprivate static let unauthorized = refusal(
    401, "This needs a user name and its password.", headers: [.init("WWW-Authenticate", "Basic")])

  fileprivate static let tooManyPasswords = refusal(
    503, "Many passwords are being checked; try again in a moment.", headers: [.init("Retry-After", "1")])
}
