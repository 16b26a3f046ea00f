import Kafka
import Model
import Systemd
import TestSupport
import Testing

/// Connections that are kept from one question to the next.
@Suite(.timeLimit(.minutes(2))) struct ClusterClientTests {
  private static let patience = Duration.seconds(60)

  private struct Bench: Sendable {
    let client: ClusterClient
    let broker: ScriptedBroker
    let address: BrokerAddress
    let time: ManualTime
    let meter: RequestMeter

    func ask(on lane: Lane = .fast) async throws {
      _ = try await client.send(ListGroupsRequest(), to: address, on: lane, deadline: patience)
    }

    /// How many connections were made.
    var made: UInt64 { meter.statistics.requests[.apiVersions] ?? 0 }
  }

  private static func withClient(
    _ settings: ConnectionSettings = .patient, _ script: @escaping ScriptedBroker.Script,
    _ body: (Bench) async throws -> Void
  ) async throws {
    let time = ManualTime()
    let loop = try EventLoop(name: "kafka", time: time)
    defer { loop.stop() }
    let broker = try await ScriptedBroker(on: loop, script)
    let meter = RequestMeter()
    let client = ClusterClient(ClusterClientSettings(connection: settings), meter: meter, on: loop)
    let address = BrokerAddress(host: "127.0.0.1", port: broker.port)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { await client.whileConnected { await untilCancelled() } }
      defer { group.cancelAll() }
      try await body(Bench(client: client, broker: broker, address: address, time: time, meter: meter))
    }
  }

  private static let listing: ScriptedBroker.Script = ScriptedBroker.modern { header, _ in
    [.send(try ScriptedBroker.reply(ListGroupsRequest.self, ListGroupsResponse(), to: header))]
  }

  @Test func `one connection for each lane serves any number of questions, also at one time`() async throws {
    try await Self.withClient(.patient, Self.listing) { bench in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for lane in Lane.allCases { for _ in 0..<20 { group.addTask { try await bench.ask(on: lane) } } }
        try await group.waitForAll()
      }
      #expect(bench.made == UInt64(Lane.allCases.count))
      #expect(bench.meter.statistics.requests[.listGroups] == UInt64(20 * Lane.allCases.count))
    }
  }

  @Test func `a connection that nobody wants any more is closed, and made anew when somebody does`()
    async throws
  {
    try await Self.withClient(.patient, Self.listing) { bench in
      try await bench.ask()
      await bench.client.keep(only: [bench.address])
      try await bench.ask()
      #expect(bench.made == 1)
      await bench.client.keep(only: [])
      try await bench.ask()
      #expect(bench.made == 2)
    }
  }

  @Test func `who asks a broker that just refused gets the reason at once, until the pause is over`()
    async throws
  {
    try await Self.withClient(.patient, { _, _ in [.close] }) { bench in
      for _ in 0..<3 {
        let error = await kafkaFailure { try await bench.ask() }
        #expect(error?.kind == .closedByBroker(midReply: false))
        #expect(error?.api == .apiVersions)
      }
      #expect(bench.made == 1)
      bench.time.advance(by: .milliseconds(250))
      _ = await kafkaFailure { try await bench.ask() }
      #expect(bench.made == 2)
    }
  }

  @Test func `without an answer in time the connection is closed, and the next question makes another`()
    async throws
  {
    let isSilent = Locked(true)
    let script = ScriptedBroker.modern { header, body in
      isSilent.withLock { $0 } ? [] : try Self.listing(header, body)
    }
    try await Self.withClient(.patient, script) { bench in
      async let failure = kafkaFailure {
        _ = try await bench.client.send(ListGroupsRequest(), to: bench.address, deadline: .seconds(2))
      }
      try await eventually("the question is there") { await bench.broker.requests.count == 2 }
      bench.time.advance(by: .seconds(2))
      #expect(await failure?.isAboutTime == true)
      isSilent.withLock { $0 = false }
      try await bench.ask()
      #expect(bench.made == 2)
    }
  }

  /// A session of ten seconds, of which eight are used.
  private static let session: ScriptedBroker.Script = ScriptedBroker.modern { header, body in
    switch header.apiKey {
    case APIKey.saslHandshake.rawValue:
      return [.send(try ScriptedBroker.reply(SaslHandshakeRequest.self, SaslHandshakeResponse(), to: header))]
    case APIKey.saslAuthenticate.rawValue:
      var response = SaslAuthenticateResponse()
      response.sessionLifetimeMilliseconds = 10_000
      return [.send(try ScriptedBroker.reply(SaslAuthenticateRequest.self, response, to: header))]
    default: return try listing(header, body)
    }
  }

  @Test func `a session that nears its end is left before, by all who ask at that moment`() async throws {
    var settings = ConnectionSettings.patient
    settings.credentials = SASLCredentials(.plain, user: "monitor", password: "x")
    try await Self.withClient(settings, Self.session) { bench in
      try await bench.ask()
      bench.time.advance(by: .seconds(7))
      try await bench.ask()
      #expect(bench.made == 1)
      bench.time.advance(by: .seconds(1))
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<20 { group.addTask { try await bench.ask() } }
        try await group.waitForAll()
      }
      #expect(bench.made == 2)
      try await bench.ask()
      #expect(bench.made == 2)
    }
  }

  @Test func `an address is written as people write it`() {
    #expect("\(BrokerAddress(host: "kafka-1", port: 9092))" == "kafka-1:9092")
    #expect("\(BrokerAddress(host: "::1", port: 9092))" == "[::1]:9092")
  }
}
