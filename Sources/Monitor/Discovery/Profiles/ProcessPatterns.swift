package import Patterns
package import Settings

/// How the processes of a kind of broker are recognised: each key alone is enough.
package struct ProcessPatterns: Equatable {
  package var mainClasses: [String] = []
  package var programs: [NamePattern] = []
  package var commands: [NamePattern] = []

  package var isEmpty: Bool { mainClasses.isEmpty && programs.isEmpty && commands.isEmpty }
}

extension ProcessPatterns: SettingsSection {
  package static let schema = Schema(
    "How processes are recognised; each key alone is enough.", defaults: ProcessPatterns()
  ) {
    Key("main_classes", \.mainClasses, doc: "Java main classes, in full.")
    Key(
      "programs", \.programs,
      doc: "Patterns for the whole path of an executable, or of the script that an interpreter runs.")
    Key("commands", \.commands, doc: "Patterns for the whole command line, its arguments joined by spaces.")
  }
}
