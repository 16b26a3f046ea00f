package import Settings

/// Where a kind of broker has its own settings, and what they are called there.
package struct SettingsSource: Equatable {
  package enum Format: String, ChoiceSetting {
    case none, kafka, redpanda, yaml
  }

  package var format = Format.none
  package var options: [String] = []
  package var files: [String] = []
  package var nodeID = ValueSource()
  package var clusterID = ValueSource()
  package var dataDirectory = ValueSource()
}

extension SettingsSource: SettingsSection {
  package static let schema = Schema(
    "Where the settings of a broker are, and what they are called there.", defaults: SettingsSource()
  ) {
    Key(
      "format", \.format,
      doc:
        "Of the file: Kafka's properties, Redpanda's or any other YAML. The first two need no other key here."
    )
    Key("options", \.options, doc: "Options whose value is the file's path: `--config`.")
    Key(
      "files", \.files, must: .absolutePaths,
      doc: "Where the file is when no option names it; the first that is there counts.")
    Key("node_id", \.nodeID, doc: "The broker's id.")
    Key("cluster_id", \.clusterID, doc: "The id of its cluster.")
    Key("data_directory", \.dataDirectory, doc: "Where it keeps its data.")
  }
}
