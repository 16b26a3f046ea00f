/// A process of this host, as the kernel describes it; reading it opens no other file than those of its folder in `/proc`.
package struct ProcessIdentity: Sendable, Hashable {
  package let pid: Int32
  /// When it started, in ticks since the kernel did: with the pid, it is never another process.
  package let startTicks: UInt64
  /// `comm`: at most fifteen bytes.
  package let command: String
  package let executable: String?
  package let arguments: [String]
  package let workingDirectory: String?
  /// The paths out of `/proc/PID/cgroup`.
  package let cgroups: [String]
  package let user: UInt32?
  /// Its pid inside of its own namespace.
  package let namespacePid: Int32?

  package init(
    pid: Int32, startTicks: UInt64, command: String, executable: String?, arguments: [String],
    workingDirectory: String?, cgroups: [String], user: UInt32?, namespacePid: Int32?
  ) {
    self.pid = pid
    self.startTicks = startTicks
    self.command = command
    self.executable = executable
    self.arguments = arguments
    self.workingDirectory = workingDirectory
    self.cgroups = cgroups
    self.user = user
    self.namespacePid = namespacePid
  }
}
