/// Whose control group a process is in: a container's or a systemd unit's.
struct ControlGroupOwner: Sendable, Hashable {
  var container: String?
  var unit: String?

  /// Of services that run other people's containers.
  private static let engines: Set<String> = [
    "docker.service", "containerd.service", "crio.service", "kubelet.service", "podman.service",
  ]

  /// The paths out of `/proc/PID/cgroup`; with version 1 there is one for each controller.
  init(_ paths: [String]) {
    for path in paths {
      let parts = path.split(separator: "/")
      if container == nil { container = parts.lazy.reversed().compactMap(Self.containerID).first }
      if unit == nil, let found = parts.last(where: { $0.hasSuffix(".service") }), Self.isOwn(found) {
        unit = String(found)
      }
    }
  }

  /// A login manager's own unit says nothing of what somebody started there.
  private static func isOwn(_ unit: Substring) -> Bool {
    !engines.contains(String(unit)) && !(unit.hasPrefix("user@") && unit.hasSuffix(".service"))
  }

  /// Sixty-four digits, alone, or as engines name their scopes: `docker-ID.scope`, `cri-containerd-ID.scope`.
  private static func containerID(_ part: Substring) -> String? {
    let name = part.hasSuffix(".scope") ? part.dropLast(".scope".count) : part
    let id = name.suffix(64)
    guard id.utf8.count == 64, id.utf8.allSatisfy(\.isLowercaseHexDigit) else { return nil }
    let start = name.dropLast(64)
    return start.isEmpty || start.hasSuffix("-") ? String(id) : nil
  }
}

extension UInt8 {
  fileprivate var isLowercaseHexDigit: Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self)
  }
}
