import FoundationEssentials
import Kafka
import TestSupport
import Testing
import Transport

/// A real broker with every kind of listener, for as long as a suite runs.
final class RealKafka: Sendable {
  /// For the tests of a suite that has the trait `.realKafka`.
  @TaskLocal static var current: RealKafka?

  /// Where Kafka and the program that starts it lie.
  static var folder: String? { ProcessInfo.processInfo.environment["BROKERWATCH_KAFKA"] }

  static var isUsable: Bool { folder != nil || PeerProgram.isRequired("kafka") }

  static let whyNot: Comment = "BROKERWATCH_KAFKA does not say where a Kafka lies"

  /// Of the sessions on its SASL listeners.
  static let sessionLifetime = Duration.seconds(60)

  private let directory: TemporaryDirectory
  private let shell: ChildProcess
  private let folder: String
  private static let basePort: UInt16 = 19700

  struct Missing: Error, CustomStringConvertible {
    let description: String
  }

  /// Kafka's program leaves its nodes running, so a shell that lives as long as we do stops them.
  init() async throws {
    guard let folder = Self.folder else { throw Missing(description: "\(Self.whyNot)") }
    self.folder = folder
    directory = try TemporaryDirectory()
    let script = """
      "$0" start "$1/cluster" --secure --base-port \(Self.basePort) --set connections.max.reauth.ms=60000 && echo up || echo down
      cat > /dev/null
      "$0" stop "$1/cluster"
      """
    shell = try ChildProcess("sh", ["-c", script, "\(folder)/bin/kafka", directory.path])
    var state: String?
    try await eventually("Kafka starts", within: .seconds(120)) {
      state = shell.standardOutput.lines.last { $0 == "up" || $0 == "down" }
      return state != nil
    }
    guard state == "up" else {
      throw Missing(description: shell.standardError.lines.joined(separator: "\n"))
    }
  }

  func stop() async throws {
    shell.closeInput()
    _ = try await shell.wait(within: .seconds(60))
  }

  /// One of Kafka's own tools, in a locale in which Java can read any letter.
  func run(_ tool: String, _ arguments: String...) async throws {
    let command = ["LC_ALL=C.UTF-8", "\(folder)/bin/kafka", "run", "\(directory.path)/cluster", tool]
    let result = try await Command("env", command + arguments)
    guard result.status == 0 else { throw Missing(description: result.output + result.errors) }
  }

  enum Listener: UInt16 {
    case plaintext = 0
    case ssl = 2
    case saslSSL = 3
    case saslPlaintext = 4
  }

  func endpoint(_ listener: Listener, tls: TLSSettings? = nil) -> StreamEndpoint {
    StreamEndpoint(host: "127.0.0.1", port: Self.basePort + 10 + listener.rawValue, tls: tls)
  }

  var trust: TLSSettings { TLSSettings(authorityFile: file("ca.pem")) }

  var mutualTrust: TLSSettings {
    let identity = TLSSettings.Identity(certificateFile: file("client.pem"), keyFile: file("client.key"))
    return TLSSettings(authorityFile: file("ca.pem"), identity: identity)
  }

  private func file(_ name: String) -> String { "\(directory.path)/cluster/tls/\(name)" }
}

/// Starts a broker before the first test of a suite, and stops it after the last.
struct RealKafkaTrait: SuiteTrait, TestScoping {
  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    let kafka = try await RealKafka()
    try await RealKafka.$current.withValue(kafka) { try await function() }
    try await kafka.stop()
  }
}

extension Trait where Self == RealKafkaTrait {
  static var realKafka: Self { RealKafkaTrait() }
}
