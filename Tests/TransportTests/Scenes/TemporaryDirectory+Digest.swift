import FoundationEssentials
import TestSupport

extension TemporaryDirectory {
  /// As sha256sum computes it.
  func sha256(of bytes: [UInt8]) async throws -> String {
    try Data(bytes).write(to: URL(filePath: file("bytes")))
    let process = try ChildProcess("sha256sum", [file("bytes")])
    return String(try await process.standardOutput.text().prefix { $0 != " " })
  }
}
