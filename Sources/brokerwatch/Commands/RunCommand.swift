import Model
import Settings
import Systemd

/// Watches and serves until it is told to stop.
enum RunCommand {
  static func run(_ invocation: Invocation, _ manager: ServiceManager) async -> CInt {
    let loaded: LoadedSettings<Configuration>
    do {
      loaded = try Configuration.load(file: invocation.configurationFile, overrides: invocation.overrides)
    } catch {
      return Console.complain("\(error)", status: 1)
    }
    let sink = LogSink.standardError(loaded.value.log)
    sink.logger.warn(loaded.warnings, file: invocation.configurationFile)
    do {
      try await Daemon(invocation, loaded.value, manager: manager, sink: sink).run()
      return 0
    } catch {
      sink.logger.error("cannot go on", .init("error", "\(error)"))
      return 1
    }
  }
}
