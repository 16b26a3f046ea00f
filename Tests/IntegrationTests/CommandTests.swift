import TestSupport
import Testing

@Suite struct CommandTests {
  @Test func `help goes to standard output and a mistake to standard error`() async throws {
    let help = try await Command(RunningDaemon.executable, ["--help"])
    #expect(help.status == 0 && help.errors.isEmpty)
    #expect(help.output.contains("--web.listen-address"))
    let mistake = try await Command(RunningDaemon.executable, ["--web.listen-adress=:1"])
    #expect(mistake.status == 64 && mistake.output.isEmpty)
    #expect(mistake.errors.contains("did you mean '--web.listen-address'?"))
    #expect(mistake.errors.split(separator: "\n").count == 1)
    let command = try await Command(RunningDaemon.executable, ["metric"])
    #expect(command.status == 64 && command.errors.contains("did you mean 'metrics'?"))
  }

  @Test func `a file's mistakes come all at once and its secrets never`() async throws {
    let folder = try TemporaryDirectory()
    let file = folder.file("brokerwatch.yaml")
    try Files.write(Array("web: {reload_token: hush-hush}\n".utf8), to: file)
    let printed = try await Command(RunningDaemon.executable, ["config", "print", "--config.file", file])
    #expect(printed.status == 0)
    #expect(printed.output.contains("reload_token: <secret>") && !printed.output.contains("hush"))

    try Files.write(Array("web: {max_requests: many}\nlog: {levl: info}\n".utf8), to: file)
    let checked = try await Command(RunningDaemon.executable, ["config", "check", "--config.file", file])
    #expect(checked.status == 1 && checked.output.isEmpty)
    let lines = checked.errors.split(separator: "\n").map(String.init)
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.hasPrefix("\(file):") })
  }

  @Test func `the catalogue lists every metric of a page`() async throws {
    let catalogue = try await Command(RunningDaemon.executable, ["metrics"])
    #expect(catalogue.status == 0)
    let names = Set(
      catalogue.output.split(separator: "\n").filter { !$0.hasPrefix(" ") }.map {
        $0.prefix { $0 != " " && $0 != "{" }
      })
    let daemon = try await RunningDaemon()
    try await eventually("the first reading") { try await daemon.sample("brokerwatch_up") == "1" }
    let served = try await daemon.get("/metrics").split(separator: "\n").filter { $0.hasPrefix("# TYPE ") }
      .compactMap { $0.split(separator: " ").dropFirst(2).first }
    #expect(!served.isEmpty && served.allSatisfy { names.contains($0) })
  }
}
