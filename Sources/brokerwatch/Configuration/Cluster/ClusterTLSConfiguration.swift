import Settings

/// How connections to a cluster are encrypted, and who proves what.
struct ClusterTLSConfiguration: Equatable {
  /// The values are the words of the file.
  enum Version: String, ChoiceSetting {
    case v1_2 = "1.2"
    case v1_3 = "1.3"
  }

  var caFile: SettingPath?
  var certFile: SettingPath?
  var keyFile: SettingPath?
  var serverName: String?
  var minimumVersion = Version.v1_2
  var verifies = true
}

extension ClusterTLSConfiguration: SettingsSection {
  static let schema = Schema(
    "TLS. Files are read anew for every connection, so a renewed certificate needs no restart.",
    defaults: ClusterTLSConfiguration()
  ) {
    Key(
      "ca_file", \.caFile, derivedDefault: "the system's",
      doc: "The authorities to trust, and no others; PEM.")
    Key("cert_file", \.certFile, doc: "The certificate to show to brokers; PEM.")
    Key("key_file", \.keyFile, doc: "The key of that certificate, without a passphrase; PEM.")
    Key(
      "server_name", \.serverName, must: Requirement("not be empty") { $0 != "" },
      derivedDefault: "the host", doc: "The name that brokers' certificates must have.")
    Key("minimum_version", \.minimumVersion, doc: "The oldest version of TLS to use.")
    Key(
      "verify", \.verifies,
      doc: "Whether brokers must prove who they are. With `false` anybody on the way can read the password.")
    Rule("key_file", must: "be given together with cert_file") { ($0.certFile == nil) == ($0.keyFile == nil) }
  }
}
