import Model
import Settings

extension NodeSettings {
  /// By what a profile says about where its brokers' settings stand.
  init(_ profile: Profile, words: [String], environment: [String: String], file: YAMLNode?) {
    let sources = ValueLookup(words: words, environment: environment, file: file)
    id = sources[profile.settings.nodeID]
    dataDirectories = sources[profile.settings.dataDirectory].map { [$0] } ?? profile.dataDirectories
    clusterID = sources[profile.settings.clusterID]
    listeners = profile.listeners.compactMap { listener in
      let port = sources[listener.source].flatMap(Self.port) ?? listener.port.flatMap { UInt16(exactly: $0) }
      return port.map { ListenerFact(name: listener.name, port: $0) }
    }
  }

  /// A port, or the one of an address.
  private static func port(_ text: String) -> UInt16? {
    text.split(separator: ":").last.flatMap { UInt16($0) }.flatMap { $0 > 0 ? $0 : nil }
  }
}

/// The places in which a setting may stand.
private struct ValueLookup {
  let words: [String]
  let environment: [String: String]
  let file: YAMLNode?

  subscript(source: ValueSource) -> String? {
    if let option = source.option, let value = words.value(ofOption: option) { return value }
    if let word = source.word, words.indices.contains(word - 1) { return words[word - 1] }
    if let name = source.environment, let value = environment[name], !value.isEmpty { return value }
    return source.key.flatMap { file?.value(at: $0)?.text }
  }
}

extension [String] {
  /// What follows an option, or stands behind its `=`.
  func value(ofOption option: String) -> String? {
    for (index, word) in enumerated() {
      if word == option { return indices.contains(index + 1) ? self[index + 1] : nil }
      if word.hasPrefix(option + "=") { return String(word.dropFirst(option.count + 1)) }
    }
    return nil
  }
}
