/// What the executable can be asked to do.
enum Command: String, CaseIterable {
  case run
  case checkConfiguration = "config check"
  case printConfiguration = "config print"
  case documentConfiguration = "config docs"
  case status
  case profiles
  case metrics
  case version
  case help

  var doc: String {
    switch self {
    case .run: "Watch and serve until told to stop; the default."
    case .checkConfiguration:
      "Say what is wrong with the settings file and flags; exit status 1 if anything is."
    case .printConfiguration: "Print the settings with every default filled in and secrets masked."
    case .documentConfiguration: "Print the reference of the settings file as Markdown."
    case .status: "Say what was found on this host and why, with --discovery."
    case .profiles: "List the kinds of brokers that are known, or print one."
    case .metrics: "Print every metric with its type, unit, labels and meaning."
    case .version: "Print the version."
    case .help: "Print this."
    }
  }

  /// The flags it understands; `--help` and `--version` are understood everywhere.
  var flags: [Flag] {
    switch self {
    case .run, .checkConfiguration, .printConfiguration: Flag.ofConfiguration
    case .status: Flag.ofConfiguration + [.discovery, .output]
    case .profiles: Flag.ofConfiguration + [.profileName]
    case .metrics: [.format]
    case .documentConfiguration, .version, .help: []
    }
  }
}
