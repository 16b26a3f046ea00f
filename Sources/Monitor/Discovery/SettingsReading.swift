import Model
import Settings

/// Reads what a recognised process's own files say, one after the other.
struct SettingsReading {
  private let match: ProcessMatch
  private let process: ProcessIdentity
  private let files: ProcessFiles
  private(set) var node = NodeSettings()
  private(set) var findings: [Finding] = []
  private(set) var version: String?

  init(_ match: ProcessMatch, of process: ProcessIdentity, files: ProcessFiles) {
    self.match = match
    self.process = process
    self.files = files
  }

  mutating func readSettings() {
    switch match.profile.settings.format {
    case .kafka: readKafka()
    case .redpanda: readRedpanda()
    case .yaml, .none: readOther()
    }
    if let java = match.java { readVersion(java) }
  }

  /// The file is the first word behind the main class, or the native image's option; what follows overrides it.
  private mutating func readKafka() {
    let words = match.words
    let file = words.value(ofOption: "--config") ?? words.first.flatMap { $0.hasPrefix("-") ? nil : $0 }
    var settings = file.flatMap { properties($0, keeping: KafkaKeys.wanted) }
    if settings == nil {
      if file == nil { node.problems.append("the command line names no properties file") }
      settings = environmentSettings()
    }
    guard var settings else { return }
    for (word, value) in zip(words, words.dropFirst()) where word == "--override" {
      let parts = value.split(separator: "=", maxSplits: 1).map(String.init)
      if parts.count == 2, KafkaKeys.wanted.contains(parts[0]) { settings.override(parts[0], with: parts[1]) }
    }
    let problems = node.problems
    node = NodeSettings(kafka: settings)
    node.problems = problems + node.problems
  }

  /// What the images make the file of, where the file cannot be read.
  private mutating func environmentSettings() -> JavaProperties? {
    let variables = files.environment { KafkaKeys.key(ofVariable: $0) != nil } ?? [:]
    guard !variables.isEmpty else { return nil }
    findings.append(
      Finding(
        source: "environment of process \(process.pid)",
        statement: variables.keys.sorted().joined(separator: ", ")))
    return JavaProperties(kafkaEnvironment: variables)
  }

  private mutating func readRedpanda() {
    guard let (path, bytes) = settingsFile() else { return }
    if let settings = NodeSettings(redpanda: bytes) {
      let problems = node.problems
      node = settings
      node.problems = problems
      findings.append(Finding(source: path, statement: summary))
    } else {
      node.problems.append("\(path) is no Redpanda configuration that can be understood")
    }
  }

  private mutating func readOther() {
    let profile = match.profile
    let file = settingsFile()
    let names = profile.variables
    let environment = names.isEmpty ? nil : files.environment { names.contains(String($0)) }
    let problems = node.problems
    node = NodeSettings(
      profile, words: match.words, environment: environment ?? [:],
      file: file.flatMap { YAMLDocument(parsing: $0.bytes).root })
    node.problems = problems
    if let environment, !environment.isEmpty {
      findings.append(
        Finding(
          source: "environment of process \(process.pid)",
          statement: environment.keys.sorted().joined(separator: ", ")))
    }
    if let file { findings.append(Finding(source: file.path, statement: summary)) }
  }

  /// The file that an option names, or the first that is there.
  private mutating func settingsFile() -> (path: String, bytes: [UInt8])? {
    let source = match.profile.settings
    let words = match.words
    if let named = source.options.lazy.compactMap({ words.value(ofOption: $0) }).first {
      return bytes(of: named).map { (named, $0) }
    }
    for path in source.files {
      switch files.read(path) {
      case .success(let bytes): return (path, bytes)
      case .failure(let unread) where unread.isMissing: continue
      case .failure(let unread): node.problems.append(unread.text)
      }
    }
    return nil
  }

  private mutating func bytes(of path: String) -> [UInt8]? {
    switch files.read(path) {
    case .success(let bytes): return bytes
    case .failure(let unread):
      node.problems.append(unread.text)
      return nil
    }
  }

  private mutating func properties(_ path: String, keeping keys: Set<String>) -> JavaProperties? {
    bytes(of: path).map { bytes in
      let settings = JavaProperties(parsing: bytes, keeping: keys.contains)
      findings.append(
        Finding(
          source: files.absolute(path) ?? path,
          statement: settings.values.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }.joined(separator: ", "))
      )
      return settings
    }
  }

  private var summary: String {
    let ports = node.listeners.map { "\($0.name) \($0.port)" }.joined(separator: ", ")
    return "node \(node.id ?? "unknown")" + (ports.isEmpty ? "" : ", listeners \(ports)")
  }

  /// Kafka writes into each of its log directories whose they are.
  mutating func readDirectories() {
    guard match.profile.settings.format == .kafka else { return }
    for directory in node.dataDirectories {
      let path = "\(directory)/meta.properties"
      switch files.read(path, limit: 65_536) {
      case .success(let bytes):
        let settings = JavaProperties(parsing: bytes, keeping: KafkaKeys.ofDirectory.contains)
        guard let cluster = settings["cluster.id"] else { continue }
        node.clusterID = cluster
        if node.id == nil { node.id = settings["node.id"] ?? settings["broker.id"] }
        findings.append(Finding(source: path, statement: "cluster \(cluster), node \(node.id ?? "unknown")"))
        return
      case .failure(let unread) where unread.isMissing: continue
      case .failure(let unread): node.problems.append(unread.text)
      }
    }
  }

  private mutating func readVersion(_ java: JavaCommand) {
    guard let path = java.classPath else { return }
    var found = KafkaJar.version(inClassPath: path)
    if found == nil {
      found =
        KafkaJar.wildcards(inClassPath: path).prefix(4).lazy
        .compactMap { [files] folder in
          files.names(in: folder, limit: 2000).lazy.compactMap { KafkaJar.version(ofFile: $0) }.first
        }.first
    }
    guard let found else { return }
    version = found
    findings.append(
      Finding(source: "process \(process.pid)", statement: "its class path holds Kafka \(found)"))
  }
}

extension Profile {
  /// The variables that its settings may stand in.
  var variables: Set<String> {
    let sources = [settings.nodeID, settings.clusterID, settings.dataDirectory] + listeners.map(\.source)
    return Set(sources.compactMap(\.environment))
  }
}

extension JavaProperties {
  /// Of an image's variables: Bitnami's own ones count more than those that it passes on.
  init(kafkaEnvironment variables: [String: String]) {
    self.init()
    for (name, value) in variables.sorted(by: { $0.key.count < $1.key.count }) {
      if let key = KafkaKeys.key(ofVariable: name) { override(key, with: value) }
    }
  }
}
