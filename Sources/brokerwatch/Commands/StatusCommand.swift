import Model
import Monitor
import Settings

/// Says what was found on this host, and why.
enum StatusCommand {
  static func run(_ invocation: Invocation) async -> CInt {
    guard invocation.showsDiscovery else {
      return Console.complain(
        "brokerwatch: 'status' needs --discovery: this version tells nothing else yet",
        status: UsageError.exitCode)
    }
    let configuration: Configuration
    do {
      configuration = try Configuration.load(
        file: invocation.configurationFile, overrides: invocation.overrides
      ).value
    } catch {
      return Console.complain("\(error)", status: 1)
    }
    let report = DiscoveryReport.make(
      procfs: Procfs(root: configuration.path.procfs.resolved), profiles: configuration.catalog)
    switch invocation.outputFormat {
    case .text: return Console.tell(DiscoveryText.plain(report))
    case .json: return Console.tell(DiscoveryText.json(report).text)
    }
  }
}
