import Settings

/// How the connection to a container engine is encrypted.
struct ContainersTLSConfiguration: Equatable {
  var caFile: SettingPath?
  var certFile: SettingPath?
  var keyFile: SettingPath?
  var serverName: String?
  var verifies = true
}

extension ContainersTLSConfiguration: SettingsSection {
  static let schema = Schema(
    "TLS to the engine. Files are read anew for every connection.", defaults: ContainersTLSConfiguration()
  ) {
    Key(
      "ca_file", \.caFile, derivedDefault: "the system's",
      doc: "The authorities to trust, and no others; PEM.")
    Key("cert_file", \.certFile, doc: "The certificate to show to the engine; PEM.")
    Key("key_file", \.keyFile, doc: "The key of that certificate, without a passphrase; PEM.")
    Key(
      "server_name", \.serverName, must: Requirement("not be empty") { $0 != "" },
      derivedDefault: "the host", doc: "The name that the engine's certificate must have.")
    Key("verify", \.verifies, doc: "Whether the engine must prove who it is.")
    Rule("key_file", must: "be given together with cert_file") { ($0.certFile == nil) == ($0.keyFile == nil) }
  }
}
