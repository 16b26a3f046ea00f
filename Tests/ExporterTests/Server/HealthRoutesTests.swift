import Exporter
import Model
import TestSupport
import Testing

@Suite struct HealthRoutesTests {
  private func verdict(_ state: HealthState) -> HealthVerdict {
    HealthVerdict(
      state: state, causes: [],
      brokers: [
        BrokerHealth(
          name: "1", state: state, causes: [HealthCause(.brokerSilent, "It \"sleeps\".\n")])
      ])
  }

  private func get(_ path: String, _ state: HealthState) async throws -> (status: String, body: String) {
    try await withServer(Route.brokerHealth { verdict(state) }) { _, port in
      let client = try RawClient(port: port)
      try client.send("GET \(path) HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
      let reply = try await client.receiveToEnd()
      let body = reply.split(separator: "\r\n\r\n", maxSplits: 1).last ?? ""
      return (String(reply.dropFirst(9).prefix(3)), String(body))
    }
  }

  @Test(
    arguments: [
      (.healthy, "200", "200"), (.degraded, "200", "200"), (.starting, "200", "503"), (.down, "503", "503"),
      (.maintenance, "200", "503"), (.unknown, "200", "503"),
    ] as [(HealthState, String, String)])
  func `a broker that is down is no health, and only one that serves is ready`(
    state: HealthState, health: String, ready: String
  ) async throws {
    #expect(try await get("/health", state).status == health)
    #expect(try await get("/health/ready", state).status == ready)
  }

  @Test func `the answer says why, as JSON`() async throws {
    #expect(
      try await get("/health", .healthy).body
        == #"{"status":"ok","causes":[],"brokers":[{"broker":"1","cluster":null,"status":"ok","causes":[{"cause":"broker_silent","text":"It \"sleeps\".\n"}]}]}"#
        + "\n")
  }
}
