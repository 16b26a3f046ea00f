import Kafka
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(2))) struct ConnectionFaultTests {
  private static let patience = Duration.seconds(60)

  private func topic(_ name: String, on connection: KafkaConnection) async throws -> String? {
    try await connection.send(MetadataRequest(topic: name), deadline: Self.patience).topics.first?.name
  }

  /// Asks something that must fail, and shows its error.
  private func failure(on connection: KafkaConnection, deadline: Duration = patience) async -> KafkaError? {
    await kafkaFailure { _ = try await connection.send(MetadataRequest(topic: "x"), deadline: deadline) }
  }

  @Test func `requests wait for their replies together, and each gets its own`() async throws {
    let script = ScriptedBroker.modern { [.send(try ScriptedBroker.metadata($0, $1))] }
    try await withConnection(to: script) { connection, broker in
      let names = (0..<100).map { "topic-\($0)" }
      let answers = try await withThrowingTaskGroup(of: (String, String?).self) { group in
        for name in names { group.addTask { (name, try await topic(name, on: connection)) } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(answers.count == 100)
      #expect(answers.allSatisfy { $0.0 == $0.1 })
      #expect(await broker.requests.count == 101)
    }
  }

  @Test func `a reply that comes one byte at a time is a reply`() async throws {
    let script = ScriptedBroker.modern { [.drip(try ScriptedBroker.metadata($0, $1))] }
    try await withConnection(to: script) { connection, _ in
      let name = try await topic("slow", on: connection)
      #expect(name == "slow")
    }
  }

  @Test func `a reply to nothing ends the connection`() async throws {
    let script = ScriptedBroker.modern { header, body in
      var other = header
      other.correlationID = 4711
      return [.send(try ScriptedBroker.metadata(other, body))]
    }
    try await withConnection(to: script) { connection, broker in
      let error = try #require(await failure(on: connection))
      #expect(error.kind == .unexpectedReply(correlationID: 4711))
      #expect(await connection.untilEnded()?.kind == error.kind)
      let later = try #require(await failure(on: connection))
      #expect(
        later.description
          == "Metadata request to Kafka broker tcp://127.0.0.1:\(broker.port) failed: its connection had ended before. "
          + "Connection to Kafka broker tcp://127.0.0.1:\(broker.port) failed: a reply came that belongs to no request "
          + "(correlation id 4711). Check what stands between, such as a proxy, and report it if there is nothing."
      )
    }
  }

  @Test(arguments: [(10, true), (0, false)])
  func `a broker that closes says whether it was in the middle of a reply`(
    count: Int, isInside: Bool
  ) async throws {
    let script = ScriptedBroker.modern { header, body in
      [.send(Array(try ScriptedBroker.metadata(header, body).prefix(count))), .close]
    }
    try await withConnection(to: script) { connection, _ in
      let error = await failure(on: connection)
      #expect(error?.kind == .closedByBroker(midReply: isInside))
      #expect(error?.api == .metadata)
    }
  }

  @Test func `a reply that is too large fails its request only`() async throws {
    let script = ScriptedBroker.modern { [.send(try ScriptedBroker.metadata($0, $1))] }
    var settings = ConnectionSettings.patient
    settings.replyLimit = 5000
    let meter = RequestMeter()
    try await withConnection(to: script, settings, meter: meter) { connection, _ in
      let long = String(repeating: "x", count: 6000)
      let error = try #require(await kafkaFailure { _ = try await topic(long, on: connection) })
      guard case .replyTooLarge(let bytes, limit: 5000) = error.kind else {
        Issue.record("\(error)")
        return
      }
      #expect(bytes > 6000)
      #expect(try await topic("next", on: connection) == "next")
    }
    #expect(meter.statistics.errors == [.metadata: ["reply_too_large": 1]])
  }

  @Test func `a giant length fails its request at once, whatever follows`() async throws {
    let script = ScriptedBroker.modern { header, _ in
      var writer = ByteWriter()
      writer.integer(Int32.max)
      writer.integer(header.correlationID)
      return [.send(writer.bytes)]
    }
    try await withConnection(to: script) { connection, _ in
      let limit = FrameAssembler.defaultLimit
      #expect(
        await failure(on: connection)?.kind == .replyTooLarge(bytes: Int(Int32.max), limit: limit))
    }
  }

  @Test func `a length that is none ends the connection`() async throws {
    let script = ScriptedBroker.modern { _, _ in [.send([0xFF, 0xFF, 0xFF, 0xFE])] }
    try await withConnection(to: script) { connection, _ in
      #expect(await failure(on: connection)?.kind == .unusable(WireError(.invalidLength(-2), at: 0)))
    }
  }

  @Test func `bytes after the last field are an error of this request`() async throws {
    let script = ScriptedBroker.modern { header, body in
      var reply = try ScriptedBroker.metadata(header, body)
      guard header.correlationID == 2 else { return [.send(reply)] }
      reply[3] += 1
      return [.send(reply + [0])]
    }
    try await withConnection(to: script) { connection, _ in
      let error = try #require(await failure(on: connection))
      guard case .unusable(let problem) = error.kind else {
        Issue.record("\(error)")
        return
      }
      #expect(problem.problem == .trailingBytes(1))
      #expect(error.description.contains("Kafka Metadata v12 response is unusable"))
      #expect(try await topic("next", on: connection) == "next")
    }
  }

  @Test func `without a reply in time the connection is closed, and who waits behind hears why`() async throws
  {
    let script = ScriptedBroker.modern { _, _ in [] }
    let meter = RequestMeter()
    try await withConnection(to: script, meter: meter) { connection, broker in
      async let behind = failure(on: connection)
      try await eventually("the broker has the first") { await broker.requests.count == 2 }
      let limit = Duration.milliseconds(50)
      let late = try #require(await failure(on: connection, deadline: limit))
      #expect(late.kind == .timeout(after: limit))
      #expect(
        late.description
          == "Metadata request to Kafka broker tcp://127.0.0.1:\(broker.port) failed: no reply came within 0.05 s, so "
          + "the connection was closed. Check whether the broker is overloaded or waits for its controller, or allow "
          + "more time.")
      #expect(await behind?.kind == .connectionEnded(because: late))
      #expect(await connection.untilEnded() == late)
    }
    #expect(meter.statistics.errors == [.metadata: ["timeout": 1, "connection_ended": 1]])
    #expect(meter.statistics.requests == [.apiVersions: 1, .metadata: 2])
  }

  @Test func `who is cancelled leaves, and nobody else notices`() async throws {
    let script = ScriptedBroker.modern { header, body in
      let reply = try ScriptedBroker.metadata(header, body)
      // The first reply comes just before the second.
      if header.correlationID == 2 { return [] }
      guard header.correlationID == 3 else { return [.send(reply)] }
      var first = header
      first.correlationID = 2
      return [.send(try ScriptedBroker.metadata(first, body)), .send(reply)]
    }
    try await withConnection(to: script) { connection, broker in
      let error = await withTaskGroup(of: KafkaError?.self) { group in
        group.addTask { await failure(on: connection) }
        try? await eventually("the request is there") { await broker.requests.count == 2 }
        group.cancelAll()
        return await group.next() ?? nil
      }
      #expect(error?.kind == .cancelled)
      let names = [try await topic("next", on: connection), try await topic("again", on: connection)]
      #expect(names == ["next", "again"])
    }
  }

  @Test func `no more requests are taken than may wait`() async throws {
    let script = ScriptedBroker.modern { _, _ in [] }
    try await withConnection(to: script) { connection, broker in
      let limit = KafkaConnection.maximumInFlight
      await withTaskGroup(of: Void.self) { group in
        for _ in 0..<limit { group.addTask { _ = await failure(on: connection) } }
        try? await eventually("all are there") { await broker.requests.count == limit + 1 }
        #expect(await failure(on: connection)?.kind == .tooManyRequests(limit: limit))
        await connection.close()
      }
      #expect(await connection.untilEnded()?.kind == .closedByOurselves)
    }
  }
}
