import Patterns
import Settings
import TestSupport
import Testing

@testable import Monitor

@Suite struct ProfileTests {
  private func load(_ text: String) throws -> Profile {
    try Profile.load(Array(text.utf8), file: "own.yaml", surroundings: .none).value
  }

  @Test(arguments: BuiltInProfiles.texts)
  func `every built-in profile is valid, and reads back from its own output`(text: String) throws {
    let loaded = try Profile.load(Array(text.utf8), file: "built-in", surroundings: .none)
    #expect(loaded.warnings.isEmpty)
    #expect(try load(loaded.value.yaml) == loaded.value)
  }

  @Test func `the brokers whose operators asked are all there`() {
    let names = Set(ProfileCatalog.builtIn.profiles.map(\.name))
    #expect(
      names.isSuperset(of: [
        "distributed-broker", "message-queue", "streambus", "pubsub", "kafka", "redpanda", "kafka-agent",
      ]))
    #expect(ProfileCatalog.builtIn.profiles.count == BuiltInProfiles.texts.count)
    let wanted = ProfileCatalog.builtIn.wanted.map(\.name)
    #expect(wanted.contains("kafka") && !wanted.contains("message-queue"))
    #expect(ProfileCatalog(own: [], used: ["message-queue"]).wanted.first?.name == "message-queue")
  }

  @Test(arguments: [
    (
      "name: own\nproces: {programs: [a]}",
      "own.yaml:2:1: unknown key 'proces' at the top level; did you mean 'process'?"
    ),
    (
      "name: own\nunits: ['(']",
      "own.yaml:2:9: expected a regular expression for units[0], found '('; missing closing parenthesis, at its character 2"
    ),
    (
      "name: Own\nunits: [a]",
      "own.yaml:1:7: name must be 1 to 63 small letters, digits and hyphens, found 'Own'"
    ),
    ("units: [a]", "own.yaml:1:1: the key 'name' is missing at the top level"),
    ("name: own", "own.yaml:1:1: process must be given, or container, or units, or agent_metrics"),
    (
      "name: own\nunits: [a]\ndata_directories: [data]",
      "own.yaml:3:19: data_directories must be paths that begin with '/', found a list"
    ),
    (
      "name: own\nunits: [a]\nsettings: {node_id: {environment: DB_PASSWORD}}",
      "own.yaml:3:35: settings.node_id.environment must be a variable's name without PASSWORD, SECRET, TOKEN, KEY or JAAS in it, found 'DB_PASSWORD'"
    ),
    (
      "name: own\nunits: [a]\nlisteners: [{name: x}]",
      "own.yaml:3:13: listeners[0].port must be given, or source"
    ),
  ])
  func `a mistake is told with its place and its mend`(text: String, complaint: String) {
    #expect(throws: SettingsError.self) { try load(text) }
    do {
      _ = try load(text)
    } catch {
      #expect("\(error)" == complaint)
    }
  }

  @Test func `a folder of one's own profiles is read, and replaces built-in ones`() throws {
    let folder = try TemporaryDirectory()
    _ = try folder.write(Array("name: kafka\nunits: [mine]\n".utf8), to: "kafka.yaml")
    _ = try folder.write(Array("name: other\nunits: [other]\n".utf8), to: "other.yml")
    _ = try folder.write(Array("not: a profile".utf8), to: "README")
    let own = try ProfileFolder.load(folder.path)
    #expect(own.map(\.name) == ["kafka", "other"])
    let catalog = ProfileCatalog(own: own, used: [])
    #expect(catalog["kafka"]?.units.map(\.text) == ["mine"])
    #expect(catalog.profiles.count { $0.name == "kafka" } == 1)
    #expect(catalog.unknown(["kafak", "other"]) == ["there is no profile 'kafak'; did you mean 'kafka'?"])
  }

  @Test func `everything that is wrong in a folder is told at once`() throws {
    let folder = try TemporaryDirectory()
    _ = try folder.write(Array("name: a\nunits: [a]\n".utf8), to: "a.yaml")
    _ = try folder.write(Array("name: a\nunits: [b]\n".utf8), to: "b.yaml")
    _ = try folder.write(Array("nam: c\n".utf8), to: "c.yaml")
    do {
      _ = try ProfileFolder.load(folder.path)
      Issue.record("the folder was taken")
    } catch {
      #expect(
        error.problems.first
          == "\(folder.file("b.yaml")):1:1: the profile 'a' is also in 'a.yaml'; rename one of them")
      #expect(error.description.contains("\(folder.file("c.yaml")):1:1: "))
    }
    #expect(throws: ProfileError.self) { try ProfileFolder.load(folder.file("missing")) }
  }
}
