import Glibc
import Systemd

/// The executable: reads its command line and runs one command.
@main
enum Brokerwatch {
  /// Not `async`: by the time an asynchronous main runs there are threads already, and threads inherit what is blocked
  /// only when they are made later.
  static func main() {
    MemoryArenas.shareOne()
    StandardStreams.secure()
    let manager: ServiceManager
    do {
      try EventLoop.block(ServiceSignals.all)
      manager = try ServiceManager()
    } catch {
      exit(Console.complain("brokerwatch: \(error)", status: 1))
    }
    Task(name: "main") { @concurrent in
      exit(await run(Array(CommandLine.arguments.dropFirst()), manager))
    }
    while true { pause() }
  }

  private static func run(_ arguments: [String], _ manager: ServiceManager) async -> CInt {
    let invocation: Invocation
    do {
      invocation = try CommandLineParser.parse(arguments)
    } catch {
      return Console.complain(error.description, status: UsageError.exitCode)
    }
    switch invocation.command {
    case .run: return await RunCommand.run(invocation, manager)
    case .checkConfiguration: return await ConfigCommand.check(invocation)
    case .printConfiguration: return ConfigCommand.print(invocation)
    case .documentConfiguration: return ConfigCommand.document()
    case .status: return await StatusCommand.run(invocation)
    case .profiles: return ProfilesCommand.run(invocation)
    case .metrics: return MetricsCommand.run(invocation)
    case .version: return VersionCommand.run()
    case .help: return Console.tell(HelpText.text)
    }
  }
}
