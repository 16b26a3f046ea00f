import Settings

enum ConfigCommand {
  static func check(_ invocation: Invocation) -> CInt {
    load(invocation) { loaded in
      for warning in loaded.warnings {
        _ = Console.complain("warning: " + warning.text(file: invocation.configurationFile ?? ""), status: 0)
      }
      return Console.tell("The settings are valid.")
    }
  }

  static func print(_ invocation: Invocation) -> CInt {
    load(invocation) { Console.tell($0.value.yaml) }
  }

  static func document() -> CInt {
    Console.tell(Configuration.documentation)
  }

  private static func load(
    _ invocation: Invocation, then use: (LoadedSettings<Configuration>) -> CInt
  ) -> CInt {
    do {
      return use(try Configuration.load(file: invocation.configurationFile, overrides: invocation.overrides))
    } catch {
      return Console.complain(error.description, status: 1)
    }
  }
}
