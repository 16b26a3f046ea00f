import Model
import Testing

@testable import Monitor

@Suite struct KafkaSettingsTests {
  private func settings(_ text: String) -> NodeSettings {
    NodeSettings(kafka: JavaProperties(parsing: Array(text.utf8), keeping: KafkaKeys.wanted.contains))
  }

  @Test func `a combined node of a quorum`() {
    let node = settings(
      """
      process.roles = controller,broker
      node.id=7
      listeners=PLAINTEXT://:9092, EXTERNAL://0.0.0.0:9094,CONTROLLER://10.0.0.1:9093
      advertised.listeners=PLAINTEXT://kafka-7:9092,EXTERNAL://[2001:db8::1]:19094
      listener.security.protocol.map=PLAINTEXT:PLAINTEXT,EXTERNAL:SASL_SSL,CONTROLLER:PLAINTEXT
      controller.listener.names=CONTROLLER
      controller.quorum.voters=7@10.0.0.1:9093
      log.dirs=/data/a, /data/b
      metadata.log.dir=/data/meta
      """)
    #expect(node.id == "7" && node.role == "broker,controller" && node.problems.isEmpty)
    #expect(node.dataDirectories == ["/data/a", "/data/b", "/data/meta"])
    #expect(node.rendezvous == "7@10.0.0.1:9093")
    #expect(
      node.listeners == [
        ListenerFact(
          name: "PLAINTEXT", port: 9092, securityProtocol: "PLAINTEXT", advertisedHost: "kafka-7",
          advertisedPort: 9092),
        ListenerFact(
          name: "EXTERNAL", port: 9094, securityProtocol: "SASL_SSL", advertisedHost: "2001:db8::1",
          advertisedPort: 19094),
        ListenerFact(
          name: "CONTROLLER", host: "10.0.0.1", port: 9093, securityProtocol: "PLAINTEXT", isController: true),
      ])
  }

  @Test func `a controller alone, and without a map its listener is plain`() {
    let node = settings(
      """
      process.roles=controller
      node.id=3000
      listeners=QUORUM://:9093
      controller.listener.names=QUORUM
      """)
    #expect(node.role == "controller")
    #expect(
      node.listeners == [
        ListenerFact(name: "QUORUM", port: 9093, securityProtocol: "PLAINTEXT", isController: true)
      ])
  }

  @Test func `before 3.0 the one listener had keys of its own`() {
    let node = settings(
      """
      broker.id=0
      host.name=10.0.0.1
      port=9095
      advertised.host.name=kafka.example
      advertised.port=19095
      zookeeper.connect=zk1:2181,zk2:2181/kafka
      """)
    #expect(node.id == "0" && node.role == nil && node.rendezvous == "zk1:2181,zk2:2181/kafka")
    #expect(
      node.listeners == [
        ListenerFact(
          name: "PLAINTEXT", host: "10.0.0.1", port: 9095, securityProtocol: "PLAINTEXT",
          advertisedHost: "kafka.example", advertisedPort: 19095)
      ])
    #expect(node.dataDirectories == ["/tmp/kafka-logs"])
  }

  @Test func `nothing at all is Kafka's defaults`() {
    let node = settings("")
    #expect(node.id == nil)
    #expect(node.listeners == [ListenerFact(name: "PLAINTEXT", port: 9092, securityProtocol: "PLAINTEXT")])
  }

  @Test(arguments: [
    "broker.id=-1", "broker.id=x", "broker.id=99999999999", "node.id=",
  ])
  func `an id that Kafka chooses itself is not known here`(text: String) {
    #expect(settings(text).id == nil)
  }

  @Test(arguments: [
    "listeners=PLAINTEXT", "listeners=PLAINTEXT://", "listeners=PLAINTEXT://:0",
    "listeners=PLAINTEXT://:99999", "listeners=://", "listeners=PLAINTEXT://host", "listeners=A://:x",
  ])
  func `a listener without a port that can be known is a problem and no guess`(text: String) {
    let node = settings(text)
    #expect(node.listeners.isEmpty || text.hasSuffix("="))
    #expect(node.problems.count == 1)
  }

  @Test func `what only Kafka can look up is said`() {
    let node = settings("listeners=${file:/etc/kafka/listeners:all}\nnode.id=1")
    #expect(
      node.problems.first?.hasPrefix("listeners: the value comes from a configuration provider") == true)
  }

  @Test func `variables of images become settings, and Bitnami's count more`() {
    #expect(KafkaKeys.key(ofVariable: "KAFKA_LOG_DIRS") == "log.dirs")
    #expect(KafkaKeys.key(ofVariable: "KAFKA_CFG_NODE_ID") == "node.id")
    #expect(KafkaKeys.key(ofVariable: "KAFKA_ADVERTISED_LISTENERS") == "advertised.listeners")
    for name in ["KAFKA_OPTS", "KAFKA_SSL_KEYSTORE_PASSWORD", "NODE_ID", "KAFKA_", "KAFKA_NODE__ID"] {
      #expect(KafkaKeys.key(ofVariable: name) == nil)
    }
    let properties = JavaProperties(kafkaEnvironment: [
      "KAFKA_NODE_ID": "1", "KAFKA_CFG_NODE_ID": "2", "KAFKA_OPTS": "-Dpassword=hush",
    ])
    #expect(properties.values == ["node.id": "2"])
  }

  @Test func `an environment gives only what is asked for, and the first of equal names`() {
    let block = Array("A=1\0SECRET=hush\0A=2\0noise\0=x\0B=a=b\0".utf8)
    #expect(EnvironmentBlock.parse(block) { $0 != "SECRET" && !$0.isEmpty } == ["A": "1", "B": "a=b"])
  }
}
