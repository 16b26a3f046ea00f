import FoundationEssentials
package import Testing
package import Transport

/// A real broker with every kind of listener, for as long as a suite runs.
package final class RealKafka: Sendable {
  /// For the tests of a suite that has the trait `.realKafka`.
  @TaskLocal package static var current: RealKafka?

  /// Where Kafka and the program that starts it lie.
  private static var folder: String? { ProcessInfo.processInfo.environment["BROKERWATCH_KAFKA"] }

  package static var isUsable: Bool { folder != nil || PeerProgram.isRequired("kafka") }

  package static let whyNot: Comment = "BROKERWATCH_KAFKA does not say where a Kafka lies"

  /// Lines of the broker's properties; `port` is the first of its listeners'.
  package typealias Settings = @Sendable (_ certificates: CertificateFiles, _ port: UInt16) -> [String]

  /// Some that the broker does not know, and one for a broker that has expired.
  package let certificates: CertificateFiles
  private let directory: TemporaryDirectory
  private let shell: ChildProcess
  private let folder: String
  private let ports: PortBlock

  package struct Missing: Error, CustomStringConvertible {
    package let description: String
  }

  /// Kafka's program leaves its nodes running, so a shell that lives as long as we do stops them.
  package init(settings: Settings) async throws {
    guard let folder = Self.folder else { throw Missing(description: "\(Self.whyNot)") }
    self.folder = folder
    ports = try PortBlock()
    directory = try TemporaryDirectory()
    certificates = try await CertificateFiles()
    let lines = settings(certificates, ports.first + 10)
    let script = """
      kafka=$1 cluster=$2; shift 2
      "$kafka" start "$cluster" --secure "$@" && echo up || echo down
      cat > /dev/null
      "$kafka" stop "$cluster"
      """
    let arguments = [
      "sh", "\(folder)/bin/kafka", "\(directory.path)/cluster", "--base-port", "\(ports.first)",
    ]
    shell = try ChildProcess("sh", ["-c", script] + arguments + lines.flatMap { ["--set", $0] })
    var state: String?
    try await eventually("Kafka starts", within: .seconds(120)) {
      state = shell.standardOutput.lines.last { $0 == "up" || $0 == "down" }
      return state != nil
    }
    guard state == "up" else {
      throw Missing(description: shell.standardError.lines.joined(separator: "\n"))
    }
  }

  package func stop() async throws {
    shell.closeInput()
    _ = try await shell.wait(within: .seconds(60))
  }

  /// One of Kafka's own tools, in a locale in which Java can read any letter.
  package func run(_ tool: String, _ arguments: String...) async throws {
    let command = ["LC_ALL=C.UTF-8", "\(folder)/bin/kafka", "run", "\(directory.path)/cluster", tool]
    let result = try await Command("env", command + arguments)
    guard result.status == 0 else { throw Missing(description: result.output + result.errors) }
  }

  package enum Listener: UInt16 {
    case plaintext = 0
    case ssl = 2
    case saslSSL = 3
    case saslPlaintext = 4
    /// What a suite's own settings add.
    case further = 5
  }

  package func port(_ listener: Listener) -> UInt16 { ports.first + 10 + listener.rawValue }

  package func endpoint(_ listener: Listener, tls: TLSSettings? = nil) -> StreamEndpoint {
    StreamEndpoint(host: "127.0.0.1", port: port(listener), tls: tls)
  }

  package var trust: TLSSettings { TLSSettings(authorityFile: file("ca.pem")) }

  package var mutualTrust: TLSSettings {
    let identity = TLSSettings.Identity(certificateFile: file("client.pem"), keyFile: file("client.key"))
    return TLSSettings(authorityFile: file("ca.pem"), identity: identity)
  }

  package func file(_ name: String) -> String { "\(directory.path)/cluster/tls/\(name)" }
}

/// Starts a broker before the first test of a suite, and stops it after the last.
package struct RealKafkaTrait: SuiteTrait, TestScoping {
  let settings: RealKafka.Settings

  package func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    let kafka = try await RealKafka(settings: settings)
    try await RealKafka.$current.withValue(kafka) { try await function() }
    try await kafka.stop()
  }
}

extension Trait where Self == RealKafkaTrait {
  package static func realKafka(
    settings: @escaping RealKafka.Settings = { _, _ in [] }
  ) -> Self {
    RealKafkaTrait(settings: settings)
  }
}
