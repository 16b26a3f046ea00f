import Model
import Settings
import Systemd

/// Watches and serves until it is told to stop.
enum RunCommand {
  static func run(_ invocation: Invocation) async -> CInt {
    let loaded: LoadedSettings<Configuration>
    do {
      loaded = try Configuration.load(file: invocation.configurationFile, overrides: invocation.overrides)
    } catch {
      return Console.complain(error.description, status: 1)
    }
    let sink = LogSink.standardError(loaded.value.log)
    for warning in loaded.warnings {
      sink.logger.warn(
        "doubtful setting", .init("at", warning.text(file: invocation.configurationFile ?? "")))
    }
    do {
      try await Daemon(invocation, loaded.value, sink: sink).run()
      return 0
    } catch {
      sink.logger.error("cannot go on", .init("error", "\(error)"))
      return 1
    }
  }
}
