import Model

@testable import Monitor

extension BrokerProcess {
  static func made(
    _ name: String, pid: Int32 = 10, startTicks: UInt64 = 100, listeners: [ListenerFact] = []
  ) -> BrokerProcess {
    BrokerProcess(
      identity: ProcessIdentity(
        pid: pid, startTicks: startTicks, command: name, executable: nil, arguments: [name],
        workingDirectory: nil, cgroups: [], user: nil, namespacePid: nil),
      facts: .named(name, listeners: listeners))
  }
}
