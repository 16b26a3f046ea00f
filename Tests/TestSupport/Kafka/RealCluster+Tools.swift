extension RealCluster {
  /// One of Kafka's own tools, which take about two seconds to start; answers what it prints.
  @discardableResult
  package func run(_ tool: String, _ arguments: String..., input: String = "") async throws -> String {
    try await control("run", [tool] + arguments, input: input)
  }

  /// A tool of those that take `--bootstrap-server`.
  @discardableResult
  package func ask(_ tool: String, _ arguments: String..., input: String = "") async throws -> String {
    try await control("run", [tool, "--bootstrap-server", bootstrap()] + arguments, input: input)
  }

  /// A tool that runs until it is released.
  package func keep(_ tool: String, _ arguments: String...) throws -> ChildProcess {
    try background("run", [tool, "--bootstrap-server", bootstrap()] + arguments)
  }

  /// Writes about a hundred records a second to one partition until it is released; long ones, as kcat reads a kilobyte at a time.
  package func keepProducing(to topic: String, partition: Int) throws -> ChildProcess {
    try ChildProcess(
      "sh",
      [
        "-c",
        "while seq -f %0110g 10; do sleep 0.1; done | kcat -b \(bootstrap()) -P -t \(topic) -p \(partition)",
      ])
  }

  package func createTopic(
    _ name: String, partitions: Int = 1, replicas: Int = 1, settings: [String] = []
  ) async throws {
    let arguments = [
      "topics", "--bootstrap-server", bootstrap(), "--create", "--topic", name, "--partitions",
      "\(partitions)",
      "--replication-factor", "\(replicas)",
    ]
    try await control("run", arguments + settings.flatMap { ["--config", $0] })
  }

  /// Writes one record for each line, with kcat; without a partition they are spread.
  package func produce(_ lines: [String], to topic: String, partition: Int? = nil) async throws {
    let place = partition.map { ["-p", "\($0)"] } ?? []
    try await kcat(
      ["-P", "-t", topic] + place, input: lines.map { $0 + "\n" }.joined())
  }

  /// Reads this many records in a group, commits, and leaves.
  package func consume(_ count: Int, of topic: String, as group: String) async throws {
    try await kcat([
      "-G", group, "-c", "\(count)", "-X", "auto.offset.reset=earliest", "-X",
      "enable.auto.offset.store=true",
      "-q", topic,
    ])
  }

  @discardableResult
  package func kcat(_ arguments: [String], input: String = "") async throws -> String {
    let result = try await Command(
      "kcat", ["-b", bootstrap()] + arguments, input: input, within: .seconds(90))
    guard result.status == 0 else { throw Failure("kcat: " + result.errors) }
    return result.output
  }
}
