package import Settings

/// The profiles that come with the program; each is the text of a file, as somebody's own one is.
package enum BuiltInProfiles {
  package static let texts: [String] = [
    kafka, redpanda, zooKeeper, connect, mirrorMaker, streamBus, distributedBroker, messageQueue, pubSub,
    kafkaAgent,
  ]

  /// Tests hold that every text can be read; one that could not would be missing here, and nothing else.
  static let all: [Profile] = texts.compactMap { text in
    try? Profile.load(Array(text.utf8), file: "built-in profile", surroundings: .none).value
  }

  /// As it stands in the program, with its remarks; nil for somebody's own.
  package static func text(of profile: Profile) -> String? {
    guard let index = all.firstIndex(of: profile), all.count == texts.count else { return nil }
    return texts[index]
  }
}

extension SettingsSurroundings {
  /// Of a text that names no files and no variables.
  package static let none = SettingsSurroundings(directory: "/", environment: nil) {
    (_, _) throws(SettingsFileProblem) in throw SettingsFileProblem("does not exist")
  }
}
