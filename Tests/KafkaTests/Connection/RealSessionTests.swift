import Kafka
import Model
import TestSupport
import Testing

extension RealBrokerTests {
  /// Authentications that brokers honour for a while only.
  @Suite struct Sessions {
    private let monitor = SASLCredentials(.plain, user: "monitor", password: "monitor-secret")

    @Test func `a session serves until it is to be left, then the broker ends it, and a new one serves`()
      async throws
    {
      let endpoint = try #require(RealKafka.current).endpoint(.saslPlaintext)
      let time = SystemTime()
      try await connected(to: endpoint, as: monitor) { connection in
        let due = try #require(await connection.reauthenticateAt)
        #expect(due <= time.now().uptime + RealBrokerSettings.shortSessionLifetime * 4 / 5)
        try await eventually("it is to be left") { time.now().uptime >= due }
        let served = try await brokers(of: connection)
        #expect(served == [1])
        try await connected(to: endpoint, as: monitor) { next in
          let again = try #require(await next.reauthenticateAt)
          #expect(again > due)
        }
        var refusal: KafkaError?
        try await eventually("the broker ends it", within: .seconds(20)) {
          do {
            _ = try await brokers(of: connection)
          } catch let error as KafkaError {
            refusal = error
          }
          return refusal != nil
        }
        #expect(refusal?.kind == .closedByBroker(midReply: false))
      }
    }
  }
}
