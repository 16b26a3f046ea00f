import Systemd
import TestSupport
import Testing
import Transport

@testable import Kafka

@Suite(.timeLimit(.minutes(2))) struct OpeningTests {
  private func openingFailure(
    of script: @escaping ScriptedBroker.Script, _ settings: ConnectionSettings = .patient
  ) async throws -> KafkaError? {
    await kafkaFailure { try await withConnection(to: script, settings) { _, _ in } }
  }

  @Test func `the newest version of both sides is spoken, and the client says who it is`() async throws {
    let offer = ScriptedBroker.offering([(.metadata, 0...9), (.listGroups, 0...2)])
    let script: ScriptedBroker.Script = { header, body in
      guard header.apiKey == APIKey.apiVersions.rawValue else {
        return [.send(try ScriptedBroker.metadata(header, body))]
      }
      let request = try ApiVersionsRequest(body: body, version: header.apiVersion)
      guard request.clientSoftwareName == "brokerwatch", request.clientSoftwareVersion == "1.2-3" else {
        return [.close]
      }
      return [.send(try ScriptedBroker.reply(ApiVersionsRequest.self, offer, to: header))]
    }
    var settings = ConnectionSettings.patient
    settings.softwareVersion = "1.2+3"
    try await withConnection(to: script, settings) { connection, broker in
      _ = try await connection.send(MetadataRequest(topic: "x"), deadline: .seconds(60))
      #expect(await broker.requests.map(\.apiVersion) == [3, 9])
      let requests = await broker.requests
      #expect(requests.allSatisfy { $0.clientID == "brokerwatch" })
      #expect(await connection.apiVersions == offer)
      let error = await kafkaFailure {
        _ = try await connection.send(ListGroupsRequest(), deadline: .seconds(60))
      }
      #expect(error?.kind == .unsupportedAPI)
      #expect(await broker.requests.count == 2)
    }
  }

  @Test func `a broker that knows only the oldest question is asked it`() async throws {
    let script: ScriptedBroker.Script = { header, body in
      guard header.apiKey == APIKey.apiVersions.rawValue else {
        return [.send(try ScriptedBroker.metadata(header, body))]
      }
      var response = ScriptedBroker.offering([(.metadata, 0...8)])
      if header.apiVersion != 0 {
        response = ApiVersionsResponse()
        response.errorCode = .unsupportedVersion
      }
      let id = header.correlationID
      return [.send(try ApiVersionsRequest.frame(of: response, version: 0, correlationID: id))]
    }
    try await withConnection(to: script) { connection, broker in
      _ = try await connection.send(MetadataRequest(topic: "x"), deadline: .seconds(60))
      #expect(await broker.requests.map(\.apiVersion) == [3, 0, 8])
    }
  }

  @Test func `a broker that refuses the question is an error`() async throws {
    let script: ScriptedBroker.Script = { header, _ in
      var response = ApiVersionsResponse()
      response.errorCode = .invalidRequest
      return [.send(try ScriptedBroker.reply(ApiVersionsRequest.self, response, to: header))]
    }
    #expect(try await openingFailure(of: script)?.kind == .refused(.invalidRequest, message: nil))
  }

  @Test func `a port that speaks something else is told apart`() async throws {
    let script: ScriptedBroker.Script = { _, _ in
      [.send(Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8)), .close]
    }
    let error = try #require(await openingFailure(of: script))
    #expect(error.description.hasSuffix("Check that the port is a Kafka listener, and whether it wants TLS."))
  }

  @Test func `all of the opening has one deadline`() async throws {
    let silent: ScriptedBroker.Script = { _, _ in [] }
    var settings = ConnectionSettings.patient
    settings.openDeadline = .milliseconds(100)
    let error = try #require(await openingFailure(of: silent, settings))
    guard case .timeout(let limit) = error.kind else {
      Issue.record("\(error)")
      return
    }
    #expect(limit < .milliseconds(100))
    #expect(error.api == .apiVersions)
  }

  @Test func `a port where nobody listens is a clear error`() async throws {
    let loop = try EventLoop(name: "kafka")
    defer { loop.stop() }
    let port = try UnusedPort()
    defer { withExtendedLifetime(port) {} }
    let endpoint = StreamEndpoint(host: "127.0.0.1", port: port.number)
    let error = await kafkaFailure {
      try await KafkaConnection.withConnection(to: endpoint, .patient, meter: RequestMeter(), on: loop) { _ in
      }
    }
    guard case .transport(let reason) = error?.kind else {
      Issue.record("\(error?.description ?? "none")")
      return
    }
    #expect(reason.kind == .refused)
    #expect(error?.description.contains("Check that the server runs and listens") == true)
  }

  @Test func `cancelling ends the opening`() async throws {
    let silent: ScriptedBroker.Script = { _, _ in [] }
    let loop = try EventLoop(name: "kafka")
    defer { loop.stop() }
    let broker = try await ScriptedBroker(on: loop, silent)
    let error = await withTaskGroup(of: KafkaError?.self) { group in
      group.addTask {
        await kafkaFailure {
          try await KafkaConnection.withConnection(
            to: broker.endpoint, .patient, meter: RequestMeter(), on: loop
          ) { _ in }
        }
      }
      try? await eventually("the question is there") { await broker.requests.count == 1 }
      group.cancelAll()
      return await group.next() ?? nil
    }
    #expect(error?.kind == .cancelled)
  }

  @Test func `a broker that cannot prove that it knows the password is left`() async throws {
    let script = ScriptedBroker.modern { header, body in
      guard header.apiKey == APIKey.saslAuthenticate.rawValue else {
        return [
          .send(try ScriptedBroker.reply(SaslHandshakeRequest.self, SaslHandshakeResponse(), to: header))
        ]
      }
      let request = try SaslAuthenticateRequest(body: body, version: header.apiVersion)
      let text = String(decoding: request.authBytes, as: UTF8.self)
      let nonce = text.split(separator: "r=").last ?? ""
      var response = SaslAuthenticateResponse()
      response.authBytes = Array(
        (text.hasPrefix("n,,") ? "r=\(nonce)1,s=c2FsdA==,i=4096" : "v=c2FsdA==").utf8)
      return [.send(try ScriptedBroker.reply(SaslAuthenticateRequest.self, response, to: header))]
    }
    var settings = ConnectionSettings.patient
    settings.credentials = SASLCredentials(.scramSHA256, user: "monitor", password: "x")
    #expect(try await openingFailure(of: script, settings)?.kind == .sasl(.wrongServerSignature))
  }

  @Test func `a mechanism that the listener does not offer is told with those that it does`() async throws {
    let script = ScriptedBroker.modern { header, _ in
      var response = SaslHandshakeResponse()
      response.errorCode = .unsupportedSASLMechanism
      response.mechanisms = ["GSSAPI", "SCRAM-SHA-512"]
      return [.send(try ScriptedBroker.reply(SaslHandshakeRequest.self, response, to: header))]
    }
    var settings = ConnectionSettings.patient
    settings.credentials = SASLCredentials(.plain, user: "monitor", password: "x")
    let error = try #require(await openingFailure(of: script, settings))
    #expect(error.kind == .mechanismNotOffered(.plain, offered: ["GSSAPI", "SCRAM-SHA-512"]))
    #expect(
      error.description.hasSuffix(
        "its listener does not offer PLAIN, but GSSAPI, SCRAM-SHA-512. Configure one of these."))
  }

  @Test(arguments: [
    ("1.2.3", "1.2.3"), ("1.2+g3_4", "1.2-g3-4"), ("-1.", "1"), ("", "0"), ("+", "0"), ("v1é", "v1"),
  ])
  func `a version is worded as brokers want it`(version: String, sent: String) {
    #expect(ConnectionSettings(softwareVersion: version).acceptableSoftwareVersion == sent)
  }

  @Test func `a session is used for four fifths of its life`() {
    #expect(SessionLifetime.usable(ofMilliseconds: 60_000) == .seconds(48))
    #expect(SessionLifetime.usable(ofMilliseconds: 0) == nil)
    #expect(SessionLifetime.usable(ofMilliseconds: -1) == nil)
    #expect(SessionLifetime.usable(ofMilliseconds: .max) ?? .zero > .seconds(1_000_000_000))
  }
}
