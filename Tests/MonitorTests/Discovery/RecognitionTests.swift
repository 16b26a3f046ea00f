import Testing

@testable import Monitor

@Suite struct RecognitionTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    var executable: String? = "/usr/lib/jvm/java-17/bin/java"
    let arguments: [String]
    var used: [String] = []
    var profile: String?
    var words: [String] = []
  }

  private static let kafka = ["java", "-Xmx1G", "-cp", "/opt/kafka/libs/kafka_2.13-3.9.2.jar", "kafka.Kafka"]

  @Test(arguments: [
    Case(
      testDescription: "Apache Kafka", arguments: kafka + ["/etc/server.properties"], profile: "kafka",
      words: ["/etc/server.properties"]),
    Case(
      testDescription: "Kafka by an executable that was replaced", executable: "/opt/jdk/bin/java (deleted)",
      arguments: ["kafka-broker", "kafka.Kafka", "a.properties"], profile: "kafka", words: ["a.properties"]),
    Case(
      testDescription: "Confluent 5.3",
      arguments: [
        "java", "-cp", "x", "io.confluent.support.metrics.SupportedKafka", "/etc/kafka/server.properties",
      ], profile: "kafka", words: ["/etc/kafka/server.properties"]),
    Case(
      testDescription: "the native image", executable: "/opt/kafka/kafka.Kafka",
      arguments: ["kafka.Kafka", "start", "--config", "/mnt/server.properties"], profile: "kafka",
      words: ["start", "--config", "/mnt/server.properties"]),
    Case(
      testDescription: "Redpanda", executable: "/opt/redpanda/libexec/redpanda",
      arguments: ["redpanda", "--redpanda-cfg", "/etc/redpanda/redpanda.yaml"], profile: "redpanda",
      words: ["--redpanda-cfg", "/etc/redpanda/redpanda.yaml"]),
    Case(
      testDescription: "Redpanda where its executable may not be seen", executable: nil,
      arguments: ["/opt/redpanda/bin/redpanda", "--redpanda-cfg", "x"], profile: "redpanda",
      words: ["--redpanda-cfg", "x"]),
    Case(
      testDescription: "Redpanda's tool", executable: "/opt/redpanda/libexec/rpk",
      arguments: ["rpk", "redpanda", "start"]),
    Case(
      testDescription: "ZooKeeper",
      arguments: ["java", "-cp", "x", "org.apache.zookeeper.server.quorum.QuorumPeerMain", "zoo.cfg"],
      profile: "zookeeper", words: ["zoo.cfg"]),
    Case(
      testDescription: "Connect",
      arguments: ["java", "org.apache.kafka.connect.cli.ConnectDistributed", "c"],
      profile: "connect", words: ["c"]),
    Case(
      testDescription: "MirrorMaker 2",
      arguments: ["java", "org.apache.kafka.connect.mirror.MirrorMaker", "m"],
      profile: "mirrormaker", words: ["m"]),
    Case(
      testDescription: "MirrorMaker 1", arguments: ["java", "kafka.tools.MirrorMaker"], profile: "mirrormaker"
    ),
    Case(
      testDescription: "a tool",
      arguments: ["java", "-cp", "x", "kafka.tools.ConsoleConsumer", "kafka.Kafka"]),
    Case(testDescription: "a tool of topics", arguments: ["java", "org.apache.kafka.tools.TopicCommand"]),
    Case(testDescription: "a class path with the name", arguments: ["java", "-cp", "kafka.Kafka", "Other"]),
    Case(testDescription: "a property with the name", arguments: ["java", "-Dx=kafka.Kafka", "Other"]),
    Case(
      testDescription: "an argument with the name", arguments: ["java", "-jar", "other.jar", "kafka.Kafka"]),
    Case(
      testDescription: "a search", executable: "/usr/bin/grep",
      arguments: ["grep", "kafka.Kafka", "/proc/1/cmdline"]),
    Case(
      testDescription: "an editor", executable: "/usr/bin/vim",
      arguments: ["vim", "/opt/kafka/config/server.properties"]),
    Case(testDescription: "a thread of the kernel", executable: nil, arguments: []),
    Case(
      testDescription: "a script that nobody asked for", executable: "/usr/bin/python3.11",
      arguments: ["python3", "broker.py", "1", "9092"]),
    Case(
      testDescription: "the message queue", executable: "/usr/bin/python3.11",
      arguments: ["python3", "-u", "/srv/broker.py", "1", "9092"], used: ["message-queue"],
      profile: "message-queue", words: ["1", "9092"]),
    Case(
      testDescription: "StreamBus", executable: "/usr/local/bin/streambus",
      arguments: ["/usr/local/bin/streambus", "--config=/etc/streambus/broker.yaml"], profile: "streambus",
      words: ["--config=/etc/streambus/broker.yaml"]),
    Case(
      testDescription: "the distributed broker", executable: "/usr/local/bin/broker", arguments: ["broker"],
      used: ["distributed-broker"], profile: "distributed-broker"),
  ])
  func `a command line tells a broker from everything else`(example: Case) {
    let catalog = ProfileCatalog(own: [], used: example.used)
    let match = catalog.match(.example(example.executable, example.arguments))
    #expect(match?.profile.name == example.profile)
    #expect((match?.words ?? []) == example.words)
  }

  @Test(
    arguments: [
      ("-javaagent:/opt/jmx_prometheus_javaagent-1.0.1.jar=7071:/etc/kafka.yml", 7071),
      ("-javaagent:/opt/jmx_prometheus_javaagent.jar=0.0.0.0:7072:/etc/kafka.yml", 7072),
      ("-javaagent:/opt/jmx_prometheus_javaagent.jar=[::1]:7073:/etc/kafka.yml", 7073),
      ("-javaagent:/opt/jmx_prometheus_javaagent.jar=localhost:7074:/etc/kafka.yml", 7074),
      ("-javaagent:/opt/jmx_prometheus_javaagent.jar", nil), ("-javaagent:/opt/other.jar=7071:x", nil),
      ("-javaagent:/opt/jmx_prometheus_javaagent.jar=x:y:z", nil),
      ("-javaagent:/opt/jmx_prometheus_javaagent.jar=99999:z", nil), ("-Dx", nil),
    ] as [(String, UInt16?)])
  func `an agent's port is found`(option: String, port: UInt16?) {
    let java = JavaCommand(executable: nil, arguments: ["java", option, "kafka.Kafka"])
    #expect(java?.agentPort == port)
  }

  @Test(
    arguments: [
      ("/opt/kafka/libs/a.jar:/opt/kafka/libs/kafka_2.13-3.9.2.jar", "3.9.2"),
      ("/usr/share/java/kafka/kafka_2.13-7.6.0-ccs.jar", "7.6.0-ccs"), ("kafka_2.12-2.4.1-test.jar", nil),
      ("kafka-clients-3.9.2.jar:x", nil), ("", nil), ("kafka_2.13-.jar", nil),
    ] as [(String, String?)])
  func `the jar tells the release`(path: String, version: String?) {
    #expect(KafkaJar.version(inClassPath: path) == version)
  }
}

extension ProcessIdentity {
  static func example(
    _ executable: String?, _ arguments: [String], pid: Int32 = 42, workingDirectory: String? = "/",
    cgroups: [String] = []
  ) -> ProcessIdentity {
    ProcessIdentity(
      pid: pid, startTicks: 1, command: "java", executable: executable, arguments: arguments,
      workingDirectory: workingDirectory, cgroups: cgroups, user: 0, namespacePid: pid)
  }
}
