import Exporter
import Settings

enum ConfigCommand {
  static func check(_ invocation: Invocation) async -> CInt {
    let loaded: LoadedSettings<Configuration>
    do {
      loaded = try Configuration.load(file: invocation.configurationFile, overrides: invocation.overrides)
      if let web = loaded.value.web.configFile { try await HTTPServer.check(webConfiguration: web.resolved) }
    } catch {
      return Console.complain("\(error)", status: 1)
    }
    for warning in loaded.warnings {
      _ = Console.complain("warning: " + warning.text(file: invocation.configurationFile ?? ""), status: 0)
    }
    return Console.tell("The settings are valid.")
  }

  static func print(_ invocation: Invocation) -> CInt {
    do {
      let loaded = try Configuration.load(
        file: invocation.configurationFile, overrides: invocation.overrides)
      return Console.tell(loaded.value.yaml)
    } catch {
      return Console.complain("\(error)", status: 1)
    }
  }

  static func document() -> CInt {
    Console.tell(Configuration.documentation)
  }
}
