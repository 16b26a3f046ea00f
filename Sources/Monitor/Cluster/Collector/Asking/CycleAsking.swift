import Kafka
import Model

/// How one cycle asks: every question with a deadline, every failure counted by what is missing for it, and nobody asked twice who
/// did not answer once.
struct CycleAsking: Sendable {
  private struct State {
    var unread = UnreadTally()
    var asked: Set<String> = []
    var silent: Set<Place> = []
  }

  private struct Place: Hashable {
    let address: BrokerAddress
    let lane: Lane
  }

  let client: ClusterClient
  let time: any TimeSource
  /// For one question.
  let deadline: Duration
  /// For the whole cycle, on the boot clock.
  let end: Duration
  private let state = Locked(State())

  init(client: ClusterClient, time: any TimeSource, deadline: Duration, end: Duration) {
    self.client = client
    self.time = time
    self.deadline = deadline
    self.end = end
  }

  var unread: [UnreadPart] { state.withLock { $0.unread.parts } }
  /// Every part that anything was asked for.
  var asked: Set<String> { state.withLock { $0.asked } }

  func isSilent(_ address: BrokerAddress, on lane: Lane = .fast) -> Bool {
    state.withLock { $0.silent.contains(Place(address: address, lane: lane)) }
  }

  /// Nil when there was no answer; what for is then counted.
  func ask<Request: KafkaRequest>(
    _ request: Request, _ address: BrokerAddress, on lane: Lane = .fast, for part: String
  ) async -> Request.Response? {
    await attempt(request, address, on: lane, for: part).success
  }

  func attempt<Request: KafkaRequest>(
    _ request: Request, _ address: BrokerAddress, on lane: Lane = .fast, for part: String
  ) async -> Result<Request.Response, KafkaError> {
    let place = Place(address: address, lane: lane)
    let isSilent = state.withLock { state in
      state.asked.insert(part)
      return state.silent.contains(place)
    }
    if isSilent {
      count(part, "no_connection")
      return .failure(.silent(address, Request.api.key))
    }
    let left = min(deadline, end - time.now().uptime)
    // A question that cannot be answered in time would only cost the connection.
    guard left > .zero else {
      count(part, "timeout")
      return .failure(.silent(address, Request.api.key))
    }
    do throws(KafkaError) {
      return .success(try await client.send(request, to: address, on: lane, deadline: left))
    } catch {
      count(part, error.kind.label)
      if error.isAboutConnection { state.withLock { _ = $0.silent.insert(place) } }
      return .failure(error)
    }
  }

  /// Nil while there is no connection.
  func versions(of address: BrokerAddress, on lane: Lane = .fast) async -> APIVersionTable? {
    let left = min(deadline, end - time.now().uptime)
    guard let connection = try? await client.connection(to: address, on: lane, deadline: max(.zero, left))
    else { return nil }
    return await connection.versions
  }

  /// Counts an error that stands inside an answer; false where there is none.
  @discardableResult
  func refuses(_ code: ErrorCode, _ api: APIKey, for part: String) -> Bool {
    guard !code.isSuccess else { return false }
    client.meter.count(code, in: api)
    count(part, code.name)
    return true
  }

  func count(_ part: String, _ reason: String, times: Int = 1) {
    state.withLock { state in
      state.asked.insert(part)
      state.unread.count(part, reason, times: times)
    }
  }
}

extension Result {
  var success: Success? { try? get() }
}
