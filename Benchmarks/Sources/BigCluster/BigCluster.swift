import Kafka
import Simulation
import Systemd

enum BigCluster {
  static func run(_ size: Size) async throws {
    let loop = try EventLoop(name: "cluster")
    defer { loop.stop() }
    var options = Simulation.Options()
    options.prebuildsReplies = true
    let simulation = try Simulation(cluster: cluster(size), on: loop, options: options)
    try await simulation.run {
      let addresses = simulation.bootstrap.map { "\"\($0.host):\($0.port)\"" }.joined(separator: ", ")
      say(
        "{\"bootstrap\": [\(addresses)], \"topics\": \(size.topics), "
          + "\"partitions\": \(size.topics * size.partitions), \"groups\": \(size.groups)}")
      await answerQuestions(about: simulation)
    }
  }

  /// Waits for lines, which must not happen on the loop's thread.
  @concurrent private static func answerQuestions(about simulation: Simulation) async {
    while readLine() != nil { say(truth(of: simulation)) }
  }

  /// Every partition gets a record a second; nobody reads any, so that every lag grows.
  static func cluster(_ size: Size) -> SimulatedCluster {
    var cluster = SimulatedCluster(brokers: size.ports.count, groupPartitions: 50)
    for (index, port) in size.ports.enumerated() { cluster.nodes[index].port = port }
    for topic in 0..<size.topics {
      cluster.addTopic(name(topic), partitions: size.partitions, replication: 3)
      cluster.produce(Double(size.partitions), to: name(topic))
    }
    for group in 0..<size.groups {
      cluster.addGroup("group-\(group)", reading: name(group % max(1, size.topics)))
    }
    return cluster
  }

  private static func name(_ topic: Int) -> String { "topic-\(topic)" }

  private static func truth(of simulation: Simulation) -> String {
    let cluster = simulation.cluster
    var (ends, lags): (Int64, Int64) = (0, 0)
    for topic in cluster.topics.values { ends += topic.partitions.reduce(0) { $0 + $1.log.end } }
    for group in cluster.groups.values {
      for (topic, commits) in group.commits {
        guard let partitions = cluster.topics[topic]?.partitions else { continue }
        lags += commits.reduce(0) { $0 + partitions[Int($1.key.rawValue)].log.end - $1.value.offset }
      }
    }
    return "{\"end_offsets\": \(ends), \"lag\": \(lags), \"requests\": \(simulation.requests())}"
  }

  private static func say(_ line: String) {
    _ = StandardStreams.tell(line + "\n")
  }
}
