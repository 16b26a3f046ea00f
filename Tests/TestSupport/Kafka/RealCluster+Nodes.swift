extension RealCluster {
  /// As a crash would end it.
  package func kill(_ node: Int) async throws { try await control("node-kill", ["\(node)"]) }

  /// As an administrator stops it.
  package func shutDown(_ node: Int) async throws { try await control("node-stop", ["\(node)"]) }

  /// It keeps its connections and answers nobody.
  package func freeze(_ node: Int) async throws { try await control("node-freeze", ["\(node)"]) }

  package func thaw(_ node: Int) async throws { try await control("node-thaw", ["\(node)"]) }

  /// Starts one that has ended, and waits until it serves.
  package func start(_ node: Int) async throws { try await control("node-start", ["\(node)"]) }

  /// What the node logged so far.
  package func log(of node: Int) throws -> String {
    String(decoding: try Files.bytes(of: "\(folder)/node-\(node)/logs/server.log"), as: UTF8.self)
  }

  /// Nil when it does not run.
  package func processIdentifier(of node: Int) throws -> Int? {
    guard let bytes = try? Files.bytes(of: "\(folder)/node-\(node)/pid") else { return nil }
    return Int(String(decoding: bytes, as: UTF8.self).filter(\.isNumber))
  }
}
