import Model
import Systemd
import Transport

/// Asks one engine over its API; only ever `GET`.
struct ContainerEngine: Sendable {
  /// The longest reply of each kind, in bytes.
  enum Limit {
    static let list = 64 << 20
    static let inspection = 8 << 20
    static let usage = 1 << 20
    static let complaint = 4096
  }

  let address: EngineAddress
  let tls: TLSSettings?
  let client: HTTPClient
  /// How long one answer may take.
  let deadline: Duration
  /// The same for a usage, for which engines wait until they take their next sample.
  let usageDeadline: Duration

  /// The newest version that the engine offers; nil where it does not say.
  func ping() async throws(EngineError) -> EngineVersion? {
    let response = try await send("/_ping")
    _ = try await body(of: response, upTo: Limit.complaint)
    return response.fields["Api-Version"].flatMap(EngineVersion.init)
  }

  /// The oldest version that the engine offers; nil where it does not say.
  func oldestVersion() async throws(EngineError) -> EngineVersion? {
    var json = JSONReader(try await get("/version", nil, upTo: Limit.usage))
    var oldest: EngineVersion?
    json.members { key, value in
      if key == "MinAPIVersion" { oldest = value.string().flatMap(EngineVersion.init) }
    }
    return oldest
  }

  func list(_ version: EngineVersion?) async throws(EngineError) -> [ListedContainer] {
    let path = "/containers/json?all=1"
    guard let list = ListedContainer.parse(try await get(path, version, upTo: Limit.list)) else {
      throw malformed(path)
    }
    return list
  }

  func inspect(_ id: String, _ version: EngineVersion?) async throws(EngineError) -> InspectedContainer {
    let path = "/containers/\(id)/json"
    guard let container = InspectedContainer.parse(try await get(path, version, upTo: Limit.inspection))
    else {
      throw malformed(path)
    }
    return container
  }

  func usage(of id: String, _ version: EngineVersion?) async throws(EngineError) -> UsageReply {
    let isOneShot = version.map { $0 >= .firstOneShot } ?? false
    let path = "/containers/\(id)/stats?stream=false\(isOneShot ? "&one-shot=true" : "")"
    let response = try await send(versioned(path, version), within: usageDeadline)
    guard let reply = UsageReply.parse(try await body(of: response, upTo: Limit.usage)) else {
      throw malformed(path)
    }
    return reply
  }

  /// What happens to containers from this time on (nanoseconds since 1970), or from now.
  ///
  /// The list of actions keeps out those of health checks, three for each. With `health_status` in it, engines take every entry
  /// as the beginning of an action's name.
  func events(since: Int64?, _ version: EngineVersion?) async throws(EngineError) -> HTTPBody {
    // Podman filters by words of its own.
    let words = ContainerAction.allCases.map(\.rawValue) + ["died", "remove"]
    let actions = words.map { "%22\($0)%22" }.joined(separator: ",")
    let filters = "%7B%22type%22:%5B%22container%22%5D,%22event%22:%5B\(actions)%5D%7D"
    let start = since.map { "since=\(Self.decimalSeconds($0))&" } ?? ""
    var request = address.request(versioned("/events?\(start)filters=\(filters)", version), tls: tls)
    // A proxy may let a stream die without a word; a new one costs nothing.
    request.deadlines = Deadlines(connect: deadline, firstByte: deadline, idle: .seconds(600))
    request.reusesConnection = false
    return try await checked(request).body
  }

  private func get(
    _ path: String, _ version: EngineVersion?, upTo limit: Int
  ) async throws(EngineError) -> [UInt8] {
    try await body(of: try await send(versioned(path, version)), upTo: limit)
  }

  private func send(_ path: String, within limit: Duration? = nil) async throws(EngineError) -> HTTPResponse {
    var request = address.request(path, tls: tls)
    request.deadlines = Deadlines(connect: nil, firstByte: nil, idle: nil, total: limit ?? deadline)
    return try await checked(request)
  }

  private func checked(_ request: HTTPRequest) async throws(EngineError) -> HTTPResponse {
    let response: HTTPResponse
    do throws(TransportError) {
      response = try await client.send(request)
    } catch {
      throw EngineError(error)
    }
    guard (200...299).contains(response.status) else {
      let words = try? await response.body.collect(upTo: Limit.complaint)
      throw EngineError(
        .status(response.status),
        "\(address) answered \(response.status)\(Self.message(words).map { ": \($0)" } ?? "")")
    }
    return response
  }

  private func body(of response: HTTPResponse, upTo limit: Int) async throws(EngineError) -> [UInt8] {
    do throws(TransportError) {
      return try await response.body.collect(upTo: limit)
    } catch {
      throw EngineError(error)
    }
  }

  private func versioned(_ path: String, _ version: EngineVersion?) -> String {
    version.map { "/v\($0)\(path)" } ?? path
  }

  private func malformed(_ path: String) -> EngineError {
    EngineError(.malformed, "\(address) answered \(path) with something that is no such JSON")
  }

  /// What engines say in their own words: `{"message": "…"}`.
  private static func message(_ body: [UInt8]?) -> String? {
    guard let body else { return nil }
    var json = JSONReader(body)
    var message: String?
    json.members { key, value in if key == "message" { message = value.string() } }
    return message.map { String($0.prefix(300)) }
  }

  private static func decimalSeconds(_ nanoseconds: Int64) -> String {
    let (seconds, rest) = max(0, nanoseconds).quotientAndRemainder(dividingBy: 1_000_000_000)
    let digits = String(rest)
    return "\(seconds).\(String(repeating: "0", count: 9 - digits.count))\(digits)"
  }
}
