/// Everything that one TLS connection is begun with. New settings hold for new connections; each connection keeps
/// those it began with until its session is gone.
final class TLSSettings: Sendable {
  let credentials: TLSCredentials
  let priority: TLSPriority
  let clients: ClientAuthentication
  /// Empty means any name.
  let allowedClientNames: Set<String>

  init(
    material: TLSMaterial, options: TLSOptions, clients: ClientAuthentication, allowedClientNames: [String]
  ) throws(TLSError) {
    credentials = try TLSCredentials(material, verifyingClients: clients.verifies)
    priority = try TLSPriority(options.priority)
    self.clients = clients
    self.allowedClientNames = Set(allowedClientNames)
  }

  /// Every client has proved who it is.
  var verifiesClients: Bool {
    clients == .requireAndVerify
  }
}
