import Settings

/// How `status` prints: for people, or for programs.
enum OutputFormat: String, ChoiceSetting {
  case text, json
}
