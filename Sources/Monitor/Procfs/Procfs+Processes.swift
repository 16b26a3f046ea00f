import Systemd

extension Procfs {
  /// The pids of all processes that can be seen.
  func processes() throws(CollectorError) -> [Int32] {
    var pids: [Int32] = []
    do {
      try Folder.appendNumbers(in: root, to: &pids)
    } catch {
      throw CollectorError(.unreadable, "\(error.description); is --path.procfs a procfs?")
    }
    return pids.sorted()
  }

  func path(_ pid: Int32, _ file: String) -> String {
    "\(root)/\(pid)/\(file)"
  }

  func file(
    _ pid: Int32, _ file: String, limit: Int = 1 << 20
  ) throws(SmallFile.Failure) -> [UInt8] {
    try SmallFile.read(path(pid, file), limit: limit)
  }

  /// Nil when the process has ended, or its line is not of the kernel's form.
  func stat(_ pid: Int32) -> ProcessStat? {
    guard let bytes = try? file(pid, "stat"), let stat = ProcessStat.parse(bytes), !stat.isDead else {
      return nil
    }
    return stat
  }

  /// What tells who the process is; what may not be read of it is left out.
  func identity(_ pid: Int32, _ stat: ProcessStat, commandLine: [UInt8]) -> ProcessIdentity {
    let status = (try? file(pid, "status")).map(KeyedText.init)
    let groups = (try? file(pid, "cgroup")).map(ControlGroupMembership.parse)
    return ProcessIdentity(
      pid: pid, startTicks: stat.startTicks, command: stat.command,
      executable: (try? SmallFile.target(of: path(pid, "exe"))).map(Self.withoutDeletionMark),
      arguments: Self.arguments(commandLine),
      workingDirectory: try? SmallFile.target(of: path(pid, "cwd")), cgroups: groups?.paths ?? [],
      user: status.flatMap { $0.numbers("Uid").dropFirst().first }.flatMap { UInt32(exactly: $0) },
      namespacePid: status.flatMap { $0.numbers("NSpid").last }.flatMap { Int32(exactly: $0) })
  }

  /// Arguments end with a zero byte each.
  static func arguments(_ commandLine: [UInt8]) -> [String] {
    let whole = commandLine.last == 0 ? commandLine.dropLast() : commandLine[...]
    guard !whole.isEmpty else { return [] }
    return whole.split(separator: 0, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// The program's file may have been replaced by a newer package meanwhile.
  private static func withoutDeletionMark(_ target: String) -> String {
    let mark = " (deleted)"
    return target.hasSuffix(mark) ? String(target.dropLast(mark.count)) : target
  }
}
