package import Model
package import Transport

extension CertificateFiles {
  /// When openssl itself says that the certificate ends.
  package func endDate(of name: String) async throws -> Timestamp {
    let date = try await output(
      "sh", "-c",
      "date -u -d \"$(openssl x509 -in '\(certificate(name))' -noout -enddate | cut -d= -f2)\" +%s")
    return Timestamp(seconds: Int64(date.split(separator: "\n").first ?? "") ?? 0)
  }

  /// The same key behind a passphrase.
  package func lockedKey(_ name: String) async throws -> String {
    let locked = key("locked-\(name)")
    _ = try await output(
      "openssl", "ec", "-in", key(name), "-aes256", "-passout", "pass:secret", "-out", locked)
    return locked
  }

  package func identity(_ name: String) -> TLSSettings.Identity {
    TLSSettings.Identity(certificateFile: certificate(name), keyFile: key(name))
  }

  private func output(_ program: String, _ arguments: String...) async throws -> String {
    let process = try ChildProcess(program, arguments)
    let status = try await process.wait()
    guard status == 0 else { throw Failure(output: try await process.standardError.text()) }
    return try await process.standardOutput.text()
  }
}
