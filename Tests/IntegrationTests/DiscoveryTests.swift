import TestSupport
import Testing

@Suite struct DiscoveryTests {
  @Test func `a host is looked at without a daemon, as text and as JSON`() async throws {
    let text = try await Command(RunningDaemon.executable, ["status", "--discovery"])
    #expect(text.status == 0 && text.output.contains(" found among "))
    let json = try await Command(RunningDaemon.executable, ["status", "--discovery", "--output", "json"])
    #expect(json.status == 0 && json.output.hasPrefix(#"{"brokers":["#))
    let nothing = try await Command(RunningDaemon.executable, ["status"])
    #expect(nothing.status == 64 && nothing.errors.contains("--discovery"))
  }

  @Test func `profiles are listed and printed, and one's own are read`() async throws {
    let list = try await Command(RunningDaemon.executable, ["profiles"])
    #expect(list.status == 0 && list.output.contains("message-queue"))
    let folder = try TemporaryDirectory()
    let printed = try await Command(RunningDaemon.executable, ["profiles", "--name", "message-queue"])
    #expect(printed.output.contains("# broker.py ID PORT"))
    _ = try folder.write(
      Array(printed.output.replacing("name: message-queue", with: "name: mine").utf8), to: "mine.yaml")
    let file = try folder.write(
      Array("profiles: {folder: ., use: [mine]}\n".utf8), to: "brokerwatch.yml.conf")
    let own = try await Command(RunningDaemon.executable, ["profiles", "--config.file", file])
    #expect(own.status == 0 && own.output.contains("mine "))
    _ = try folder.write(Array("nam: x\n".utf8), to: "bad.yaml")
    let bad = try await Command(RunningDaemon.executable, ["config", "check", "--config.file", file])
    #expect(bad.status == 1 && bad.errors.contains("bad.yaml:1:1: unknown key 'nam'"))
    let unknown = try await Command(RunningDaemon.executable, ["profiles", "--name", "kafak"])
    #expect(unknown.status == 1 && unknown.errors.contains("did you mean 'kafka'?"))
  }
}
