import Model
import Testing

@testable import Monitor

@Suite struct NamedListenerTests {
  @Test func `every listener has a name of its own`() {
    let facts = ProcessFacts.named(
      "a",
      listeners: [
        ListenerFact(name: "kafka", port: 1), ListenerFact(name: "kafka", port: 2),
        ListenerFact(name: "", port: 3), ListenerFact(name: "again", port: 1),
      ])
    #expect(NamedListener.all(of: facts).map(\.name) == ["kafka", "kafka:2", "3"])
  }

  @Test func `one that is bound to an address takes that one's connections only`() {
    let facts = ProcessFacts.named(
      "a",
      listeners: [
        ListenerFact(name: "one", host: "127.0.0.1", port: 1),
        ListenerFact(name: "any", host: "0.0.0.0", port: 2),
        ListenerFact(name: "name", host: "broker-1", port: 3),
      ])
    let listeners = NamedListener.all(of: facts)
    #expect(listeners[0].takes(SocketAddress(ipv4: 0x7F00_0001, port: 1)))
    #expect(!listeners[0].takes(SocketAddress(ipv4: 0x7F00_0002, port: 1)))
    #expect(!listeners[0].takes(SocketAddress(ipv4: 0x7F00_0001, port: 2)))
    #expect(listeners[1].takes(SocketAddress(high: 1, low: 1, port: 2)))
    #expect(listeners[2].takes(SocketAddress(ipv4: 9, port: 3)))
  }
}
