import Testing

@testable import Settings

@Suite struct SettingsReferenceTests {
  @Test func `the reference has every key of every section with type, default and meaning`() {
    let markdown = SettingsReference(of: SampleSettings.self).markdown
    #expect(
      markdown.hasPrefix(
        """
        ## Top level

        Everything.

        | key | type | default | meaning |
        |---|---|---|---|
        | `web` | section |  | Who may ask. |
        | `collectors` | section |  | What is collected. |
        | `limits` | section |  | What is the most. |
        | `clusters` | list (section) | `[]` | Which clusters are watched. |
        | `labels` | map (text) | `{}` | Labels for every series. |
        | `journal` | text | `null` | The journal's directory. |

        ## `web`

        The server.

        | key | type | default | meaning |
        |---|---|---|---|
        | `telemetry_path` | text, must start with '/' | `/metrics` | Where the metrics are. |
        | `reload_token` | secret text | `null` | Who knows it may reload. |
        | `reload_token_file` | path of a file | `null` | The file that holds `reload_token`, relative to the settings file; instead of `reload_token`. |

        """))
    #expect(
      markdown.contains("| `interval` | duration, must be between 1s and 1h | `10s` | How often it runs. |\n")
    )
    #expect(markdown.contains("| `stale_after` | duration | `3 × interval` | When its series disappear. |\n"))
    #expect(markdown.contains("| `scope` | `broker` or `cluster` | `broker` | How much it sees. |\n"))
    #expect(
      markdown.contains(
        "| `topics` | list (regular expression) | `[\".*\"]` | Which topics \\| not others. |\n"))
    #expect(markdown.contains("## `clusters[]`\n\nA cluster.\n"))
    #expect(markdown.contains("| `name` | text | required | Its name. |\n"))
  }
}
