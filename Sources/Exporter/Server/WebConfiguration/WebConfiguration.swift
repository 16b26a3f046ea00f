import Settings

/// A web configuration that can be put into force.
struct WebConfiguration: Sendable {
  /// Without a file: plain HTTP for everybody.
  static let none = WebConfiguration(rules: AccessRules(), tls: nil)

  let rules: AccessRules
  /// Nil for plain HTTP.
  let tls: TLSSettings?
}

extension WebConfiguration {
  /// Reads the certificates that the settings name, and makes of both what the server needs.
  ///
  /// The error is the reason, without the file's name.
  init(_ settings: WebSettings, directory: String) throws(ServerError) {
    rules = AccessRules(
      headers: settings.http.headers.headers, users: settings.users, rateLimit: settings.rateLimit.limit)
    tls = try Self.tls(settings.tls, directory: directory)
  }

  private static func tls(_ settings: WebTLSSettings, directory: String) throws(ServerError) -> TLSSettings? {
    guard settings.isWanted else { return nil }
    let certificates = try text(settings.certificate, settings.certificateFile, directory) ?? []
    let key = try text(settings.key, settings.keyFile, directory) ?? []
    let authorities = try text(settings.clientAuthority, settings.clientAuthorityFile, directory)
    let material = TLSMaterial(certificates: certificates, key: key, clientAuthorities: authorities)
    do throws(TLSError) {
      return try TLSSettings(
        material: material, options: settings.options, clients: settings.clients,
        allowedClientNames: settings.allowedClientNames)
    } catch {
      throw .webConfiguration("\(error)")
    }
  }

  private static func text(
    _ inline: String?, _ file: String?, _ directory: String
  ) throws(ServerError) -> [UInt8]? {
    if let inline { return Array(inline.utf8) }
    guard let file else { return nil }
    let path = resolved(file, in: directory)
    do throws(SettingsFileProblem) {
      return try SettingsFile.read(path, limit: 1 << 20).bytes
    } catch {
      throw .webConfiguration("the file '\(path)' \(error.reason)")
    }
  }

  static func resolved(_ file: String, in directory: String) -> String {
    file.hasPrefix("/") ? file : "\(directory)/\(file)"
  }
}
