import Testing

@testable import Settings

@Suite struct YAMLOutputTests {
  @Test func `settings are printed with every default and no secret`() {
    var settings = SampleSettings()
    settings.web.reloadToken = Secret("hunter2")
    settings.clusters = [
      SampleCluster(name: "main", bootstrap: ["[::1]:9092", "b"], password: Secret("x", file: "kafka.pass")),
      SampleCluster(name: "${A}", bootstrap: []),
    ]
    settings.labels = ["no": "yes", "a": ""]
    #expect(
      settings.yaml == """
        web:
          telemetry_path: /metrics
          reload_token: <secret>
        collectors:
          cluster:
            enabled: true
            interval: 10s
            stale_after: null
            scope: broker
        limits:
          series: 200000
          ratio: 0.5
          memory: 64MiB
          topics:
            - ".*"
        clusters:
          - name: main
            bootstrap:
              - "[::1]:9092"
              - b
            password_file: kafka.pass
          - name: "$${A}"
            bootstrap: []
            password: null
        labels:
          a: ""
          "no": "yes"
        journal: null

        """)
  }

  @Test func `lists in lists keep their margins`() {
    let output = SettingOutput.list([.list([.plain("1"), .list([.plain("2")])]), .section([])])
    #expect(output.yaml == "- - 1\n  - - 2\n- {}\n")
    #expect(output.inline == "[[1, [2]], {}]")
  }

  @Test func `what is printed reads back as the same settings`() throws {
    var random = RandomSettings(seed: 1)
    for _ in 0..<300 {
      let settings = random.settings()
      let printed = settings.yaml
      let loaded = try SampleSettings.load(Array(printed.utf8), file: "f", surroundings: Sample.surroundings)
      #expect(loaded.value == settings.masked, "\(printed)")
      #expect(loaded.value.yaml == printed)
    }
  }
}
