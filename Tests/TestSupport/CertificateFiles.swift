/// Certificates and keys that openssl made for one test.
package struct CertificateFiles: Sendable {
  private let directory: TemporaryDirectory

  package init() async throws {
    directory = try TemporaryDirectory()
    let process = try ChildProcess("sh", [PeerScript.path("certificates.sh"), directory.path])
    let status = try await process.wait()
    guard status == 0 else { throw Failure(output: try await process.standardError.text()) }
  }

  package struct Failure: Error {
    let output: String
  }

  package func certificate(_ name: String) -> String {
    directory.file("\(name).pem")
  }

  package func key(_ name: String) -> String {
    directory.file("\(name).key")
  }

  /// Certificate and key in one file, with the password `secret12`.
  package func keyStore(_ name: String) -> String {
    directory.file("\(name).p12")
  }

  package var authority: String { certificate("authority") }

  package func serverArguments(_ name: String) -> [String] {
    ["--certificate", certificate(name), "--key", key(name)]
  }
}
