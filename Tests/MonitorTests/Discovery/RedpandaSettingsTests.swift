import Model
import Testing

@testable import Monitor

@Suite struct RedpandaSettingsTests {
  @Test func `listeners of both spellings, with encryption and login`() throws {
    let text = """
      redpanda:
        data_directory: /var/lib/redpanda/data
        node_id: 1
        seed_servers: []
        rpc_server: {address: 0.0.0.0, port: 33145}
        kafka_api:
          - {address: 0.0.0.0, port: 9092, name: internal}
          - address: 10.0.0.5
            port: 19092
            name: external
            authentication_method: sasl
        advertised_kafka_api:
          - {address: redpanda-0, port: 19092, name: external}
        kafka_api_tls:
          - {name: external, enabled: true, key_file: /etc/key.pem}
      pandaproxy: {}
      """
    let node = try #require(NodeSettings(redpanda: Array(text.utf8)))
    #expect(node.id == "1" && node.dataDirectories == ["/var/lib/redpanda/data"])
    #expect(
      node.listeners == [
        ListenerFact(name: "internal", port: 9092, securityProtocol: "PLAINTEXT"),
        ListenerFact(
          name: "external", host: "10.0.0.5", port: 19092, securityProtocol: "SASL_SSL",
          advertisedHost: "redpanda-0", advertisedPort: 19092),
      ])
  }

  @Test func `one listener without a list or a name, and no id yet`() throws {
    let text = "redpanda:\n  node_id: null\n  kafka_api: {address: 127.0.0.1, port: 9093}\n"
    let node = try #require(NodeSettings(redpanda: Array(text.utf8)))
    #expect(node.id == nil)
    #expect(
      node.listeners == [
        ListenerFact(name: "kafka", host: "127.0.0.1", port: 9093, securityProtocol: "PLAINTEXT")
      ])
  }

  @Test(arguments: [
    "", "redpanda", "[1]", "a: b", "\u{0}", "redpanda: [", "redpanda: {kafka_api: {port: x}}",
  ])
  func `what is none is none, and nothing traps`(text: String) {
    let node = NodeSettings(redpanda: Array(text.utf8))
    #expect(node == nil || node?.listeners.first?.port == 9092)
  }
}
