import Model
import Settings
import Systemd

/// The file of `--web.config.file`: read again when it, or a certificate that it names, has changed.
///
/// A file that cannot be used changes nothing: what was read last stays in force.
actor WebConfigurationFile {
  nonisolated let path: String
  private nonisolated let logger: Logger
  private nonisolated let time: any TimeSource
  private nonisolated let result = Locked(ConfigurationReload?.none)
  private var seen: [String: FileSignature?] = [:]
  private var hasMentionedHTTP2 = false

  /// What the last reading came to; nil before the first.
  nonisolated var lastReload: ConfigurationReload? {
    result.withLock { $0 }
  }

  init(_ path: String, logger: Logger, time: any TimeSource) {
    self.path = path
    self.logger = logger
    self.time = time
  }

  /// Whether the file, or one that it names, is another than at the last reading; the content is not looked at.
  var hasChanged: Bool {
    FileSignature.all(Array(seen.keys)) != seen
  }

  /// Reads everything and lets `apply` put it into force.
  func reload(
    _ apply: @Sendable (WebConfiguration) throws(ServerError) -> Void
  ) throws(ServerError) {
    do throws(ServerError) {
      try apply(try read())
      let now = time.now().wall
      result.withLock { $0 = ConfigurationReload(name: "web", succeeded: true, appliedAt: now) }
    } catch {
      result.withLock { last in
        last = ConfigurationReload(name: "web", succeeded: false, appliedAt: last?.appliedAt)
      }
      throw error
    }
  }

  /// Reads everything, certificates included, to see whether it could be used.
  func check() throws(ServerError) {
    _ = try read()
  }

  private func read() throws(ServerError) -> WebConfiguration {
    // Seen before they are read: what changes in between is read again next time. The files of the last reading stay
    // on the list while this one fails, since they may be what has to be mended.
    seen = FileSignature.all([path] + seen.keys)
    let loaded: LoadedSettings<WebSettings>
    do throws(SettingsError) {
      loaded = try Self.settings(path)
    } catch {
      throw .webConfiguration(
        "The web configuration cannot be used: \(error.description.split(separator: "\n").joined(separator: "; "))."
      )
    }
    if loaded.value.http.http2 == true && !hasMentionedHTTP2 {
      hasMentionedHTTP2 = true
      logger.info("The key http2 of the web configuration has no effect: this server speaks HTTP/1.1.")
    }
    let files = loaded.value.tls.files.map { WebConfiguration.resolved($0, in: directory) }
    seen = FileSignature.all([path] + files)
    do throws(ServerError) {
      return try WebConfiguration(loaded.value, directory: directory)
    } catch {
      throw .webConfiguration("The web configuration \(path) cannot be used: \(error).")
    }
  }

  private nonisolated var directory: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Nothing is taken from the environment: `$` is an ordinary character of a bcrypt hash.
  private static func settings(_ path: String) throws(SettingsError) -> LoadedSettings<WebSettings> {
    let limits = YAMLLimits()
    let content: SettingsFileContent
    do throws(SettingsFileProblem) {
      content = try SettingsFile.read(path, limit: limits.bytes)
    } catch {
      throw .unreadable(file: path, error)
    }
    let surroundings = SettingsSurroundings(
      directory: ".", environment: nil,
      readFile: { (path, limit) throws(SettingsFileProblem) in try SettingsFile.read(path, limit: limit) })
    return try WebSettings.load(content.bytes, file: path, surroundings: surroundings, limits: limits)
  }
}
