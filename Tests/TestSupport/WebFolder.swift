/// A folder with a web configuration, and certificates that openssl made.
package final class WebFolder: Sendable {
  struct Failure: Error {
    let errors: String
  }

  package let folder: TemporaryDirectory

  package init() throws {
    folder = try TemporaryDirectory()
  }

  package var configuration: String {
    file("web.yml")
  }

  package func file(_ name: String) -> String {
    "\(folder.path)/\(name)"
  }

  package func configure(_ text: String) throws {
    _ = try folder.write(Array(text.utf8), to: "web.yml")
  }

  /// Certificates of an authority, `NAME.pem` and `NAME.key`: each valid for this host and for client.example.
  package func certify(authority: String, _ names: String...) async throws {
    let subject = "-subj /CN=\(authority) -days 2 -nodes -newkey ec -pkeyopt ec_paramgen_curve:P-256"
    var script = "set -e; cd \(folder.path); "
    script +=
      "test -f \(authority).pem || openssl req -x509 \(subject) -keyout \(authority).key -out \(authority).pem; "
    for name in names {
      script += """
        openssl req -subj /CN=\(name) -nodes -newkey ec -pkeyopt ec_paramgen_curve:P-256 -keyout \(name).key \
        -out \(name).csr; printf 'subjectAltName=DNS:localhost,IP:127.0.0.1,DNS:\(name).example\\n' > \(name).ext; \
        openssl x509 -req -days 2 -in \(name).csr -CA \(authority).pem -CAkey \(authority).key -CAcreateserial \
        -extfile \(name).ext -out \(name).pem;
        """
    }
    let command = try await Command("sh", "-c", script)
    guard command.status == 0 else { throw Failure(errors: command.errors) }
  }
}
