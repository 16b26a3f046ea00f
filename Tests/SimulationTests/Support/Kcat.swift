import Kafka
import Simulation
import TestSupport

/// The program kcat, pointed at a simulation.
struct Kcat: Sendable {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  let simulation: Simulation

  private var servers: String {
    simulation.bootstrap.map { "\($0.host):\($0.port)" }.joined(separator: ",")
  }

  @discardableResult
  func run(_ arguments: String...) async throws -> String {
    try await finish(try ChildProcess("kcat", ["-b", servers] + arguments), writing: "")
  }

  func produce(_ lines: [String], _ arguments: String...) async throws {
    let child = try ChildProcess("kcat", ["-b", servers, "-P"] + arguments)
    _ = try await finish(child, writing: lines.joined(separator: "\n") + "\n")
  }

  /// A member of a group that runs until it is stopped, and prints the values it reads.
  func group(_ id: String, _ topic: String) throws -> ChildProcess {
    let settings = ["auto.offset.reset=earliest", "session.timeout.ms=6000", "heartbeat.interval.ms=200"]
    let options = settings.flatMap { ["-X", $0] }
    return try ChildProcess("kcat", ["-b", servers, "-q", "-u"] + options + ["-G", id, topic])
  }

  /// By how much the group's commits are behind, over all partitions.
  func lag(of group: String, in topic: String) -> Int64 {
    let cluster = simulation.cluster
    let partitions = cluster.topics[topic]?.partitions ?? []
    return partitions.enumerated().reduce(0) { sum, item in
      let commit = cluster.groups[group]?.commits[topic]?[PartitionID(rawValue: Int32(item.offset))]
      return sum + item.element.log.end - (commit?.offset ?? item.element.log.start)
    }
  }

  private func finish(_ child: ChildProcess, writing text: String) async throws -> String {
    child.write(text)
    child.closeInput()
    let output = try await child.standardOutput.text(within: .seconds(60))
    let status = try await child.wait()
    guard status == 0 else {
      throw Failure(description: "kcat ended with \(status): \(try await child.standardError.text())")
    }
    return output
  }
}
