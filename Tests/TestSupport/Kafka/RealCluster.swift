import FoundationEssentials
package import Testing

/// A real Kafka cluster on loopback, on ports of its own, that a test may break as it likes.
package final class RealCluster: Sendable {
  /// For the tests of a suite that has the trait `.realCluster`.
  @TaskLocal package static var current: RealCluster?

  /// Where Kafka and the program that starts it lie.
  private static var folder: String? { ProcessInfo.processInfo.environment["BROKERWATCH_KAFKA"] }

  package static var isUsable: Bool { folder != nil || PeerProgram.isRequired("kafka") }

  package static let whyNot: Comment = "BROKERWATCH_KAFKA does not say where a Kafka lies"

  package let options: Options
  /// Holds the nodes' logs and data, below `node-N`, and with security the certificates, below `tls`.
  package let folder: String
  package let program: String
  private let ports: PortBlock
  private let directory: TemporaryDirectory
  /// Kafka's program leaves its nodes running. This shell stops them when its input closes, also when that is because the
  /// tests crashed; it has a session of its own, because whoever ends its group would end it before it has done so.
  private let keeper: ChildProcess

  private static let keeping = """
    kafka=$1 cluster=$2; shift 2
    "$kafka" start "$cluster" "$@" < /dev/null && echo up || echo down
    cat > /dev/null
    "$kafka" stop "$cluster" < /dev/null
    echo stopped
    """

  package init(_ options: Options = Options()) async throws {
    guard let home = Self.folder else { throw Failure("\(Self.whyNot)") }
    self.options = options
    program = "\(home)/bin/kafka"
    ports = try PortBlock()
    directory = try TemporaryDirectory()
    folder = directory.file("cluster")
    let arguments = [program, folder, "--base-port", "\(ports.first)"] + options.arguments
    keeper = try ChildProcess("setsid", ["sh", "-c", Self.keeping, "sh"] + arguments)
    do {
      try await awaitStart()
    } catch {
      try await stop()
      throw error
    }
  }

  private func awaitStart() async throws {
    var state: String?
    try await eventually("Kafka starts", within: .seconds(240)) {
      state = keeper.standardOutput.lines.last { $0 == "up" || $0 == "down" }
      return state != nil
    }
    guard state == "up" else { throw Failure(keeper.standardError.lines.joined(separator: "\n")) }
  }

  /// Stops every node, frozen ones too, and waits until they are gone.
  package func stop() async throws {
    keeper.closeInput()
    try await eventually("Kafka stops", within: .seconds(90)) {
      keeper.standardOutput.lines.last == "stopped"
    }
  }

  /// A cluster for as long as the body runs.
  ///
  /// One at a time in this process: three nodes are work enough for a machine.
  package static func with<Result>(
    _ options: Options = Options(), _ body: (RealCluster) async throws -> Result
  ) async throws -> Result {
    await turn.take()
    do {
      let cluster = try await RealCluster(options)
      let result: Result
      do {
        result = try await body(cluster)
      } catch {
        try await cluster.stop()
        throw error
      }
      try await cluster.stop()
      await turn.pass()
      return result
    } catch {
      await turn.pass()
      throw error
    }
  }

  private static let turn = Turn()

  /// The brokers' ids.
  package var brokers: ClosedRange<Int> { 1...options.brokers }

  package func port(_ listener: Listener = .plaintext, of node: Int = 1) -> UInt16 {
    ports.first + 10 * UInt16(node) + listener.rawValue
  }

  package func address(_ listener: Listener = .plaintext, of node: Int = 1) -> String {
    "127.0.0.1:\(port(listener, of: node))"
  }

  /// Every broker's address, as Kafka's tools take them.
  package func bootstrap(_ listener: Listener = .plaintext) -> String {
    brokers.map { address(listener, of: $0) }.joined(separator: ",")
  }

  /// A file of the certificates, with security: `ca.pem`, `client.pem`, `client.key`.
  package func certificate(_ name: String) -> String { "\(folder)/tls/\(name)" }

  /// The program that starts Kafka, with one of its commands.
  @discardableResult
  func control(_ command: String, _ arguments: [String], input: String = "") async throws -> String {
    // In a locale in which Java can read any letter.
    let all = ["LC_ALL=C.UTF-8", program, command, folder] + arguments
    let result = try await Command("env", all, input: input, within: .seconds(150))
    guard result.status == 0 else { throw Failure(result.output + result.errors) }
    return result.output
  }

  func background(_ command: String, _ arguments: [String]) throws -> ChildProcess {
    try ChildProcess("env", ["LC_ALL=C.UTF-8", program, command, folder] + arguments)
  }
}
