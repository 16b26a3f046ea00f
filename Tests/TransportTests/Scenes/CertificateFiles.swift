import TestSupport

/// Certificates and keys that openssl made for one test.
struct CertificateFiles: Sendable {
  private let directory: TemporaryDirectory

  init() async throws {
    directory = try TemporaryDirectory()
    let process = try ChildProcess("sh", [PeerScript.path("certificates.sh"), directory.path])
    let status = try await process.wait()
    guard status == 0 else { throw Failure(output: try await process.standardError.text()) }
  }

  struct Failure: Error {
    let output: String
  }

  func certificate(_ name: String) -> String {
    directory.file("\(name).pem")
  }

  func key(_ name: String) -> String {
    directory.file("\(name).key")
  }

  var authority: String { certificate("authority") }

  func serverArguments(_ name: String) -> [String] {
    ["--certificate", certificate(name), "--key", key(name)]
  }
}
