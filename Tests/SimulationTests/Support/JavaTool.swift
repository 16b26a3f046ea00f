import Simulation
import TestSupport
import Testing

/// A program of Kafka's own distribution, pointed at a simulation.
enum JavaTool: String {
  case topics = "TopicCommand"
  case consumerGroups = "consumer.group.ConsumerGroupCommand"
  case shareGroups = "consumer.group.ShareGroupCommand"
  case streamsGroups = "streams.StreamsGroupCommand"
  case quorum = "MetadataQuorumCommand"
  case logDirs = "LogDirsCommand"
  case transactions = "TransactionsCommand"
  case reassignments = "reassign.ReassignPartitionsCommand"
  case offsets = "GetOffsetShell"
  case producer = "VerifiableProducer"
  case consumer = "consumer.ConsoleConsumer"

  /// Where Kafka's jars lie, as for the tests that start a broker.
  static var folder: String? { PeerProgram.variable("BROKERWATCH_KAFKA") }

  static var isUsable: Bool { folder != nil || PeerProgram.isRequired("kafka") }

  /// The words of every line that it prints.
  func run(_ arguments: String..., at simulation: Simulation) async throws -> [[String]] {
    let folder = try #require(Self.folder, "BROKERWATCH_KAFKA does not say where a Kafka lies")
    let server = simulation.bootstrap.map { "\($0.host):\($0.port)" }.joined(separator: ",")
    let java = ["-Xmx128m", "-cp", "\(folder)/4/libs/*", "org.apache.kafka.tools.\(rawValue)"]
    let command = try await Command("java", java + ["--bootstrap-server", server] + arguments)
    try #require(command.status == 0, "\(command.output)\(command.errors)")
    return command.output.split(separator: "\n").map { line in
      line.split(whereSeparator: \.isWhitespace).map { String($0) }
    }
  }
}

extension [[String]] {
  /// The lines that begin with this word, without it.
  func after(_ word: String) -> [[String]] {
    filter { $0.first == word }.map { [String]($0.dropFirst()) }
  }
}
