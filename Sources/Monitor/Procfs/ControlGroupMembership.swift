/// `/proc/PID/cgroup`: the control group of a process in each hierarchy.
struct ControlGroupMembership: Sendable, Hashable {
  struct Line: Sendable, Hashable {
    /// None in the unified hierarchy, which is version 2.
    let controllers: [String]
    let path: String
  }

  let lines: [Line]

  /// Lines `0::/system.slice/kafka.service` and `4:cpu,cpuacct:/docker/…`; a path may hold colons.
  static func parse(_ bytes: [UInt8]) -> ControlGroupMembership {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    return ControlGroupMembership(
      lines: lines.compactMap { line in
        let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3 else { return nil }
        return Line(controllers: parts[1].split(separator: ",").map(String.init), path: String(parts[2]))
      })
  }

  /// Each path once, in the order of the file.
  var paths: [String] {
    var seen: Set<String> = []
    return lines.map(\.path).filter { seen.insert($0).inserted }
  }

  /// Of version 2; nil where only version 1 is in use.
  var unifiedPath: String? {
    lines.first { $0.controllers.isEmpty }?.path
  }

  /// Of version 1, for a controller such as `memory` or a name such as `name=systemd`.
  func path(of controller: String) -> String? {
    lines.first { $0.controllers.contains(controller) }?.path
  }
}
