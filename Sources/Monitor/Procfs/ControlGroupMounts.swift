/// Where control groups are mounted, out of `/proc/self/mountinfo`.
struct ControlGroupMounts: Sendable, Hashable {
  struct Mount: Sendable, Hashable {
    /// The group that is seen at the mount point.
    let root: String
    let point: String
    /// None for version 2.
    let options: [String]
  }

  let unified: Mount?
  let legacy: [Mount]

  /// Lines `36 35 98:0 /root /point rw,noatime master:1 - cgroup2 cgroup rw,memory`.
  static func parse(_ bytes: [UInt8]) -> ControlGroupMounts {
    var unified: Mount?
    var legacy: [Mount] = []
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count > 6, let dash = words[6...].firstIndex(of: "-"), dash + 3 < words.count else {
        continue
      }
      let root = unescaped(words[3])
      let point = unescaped(words[4])
      switch words[dash + 1] {
      case "cgroup2": unified = unified ?? Mount(root: root, point: point, options: [])
      case "cgroup":
        let options = words[dash + 3].split(separator: ",").map(String.init)
        legacy.append(Mount(root: root, point: point, options: options))
      default: continue
      }
    }
    return ControlGroupMounts(unified: unified, legacy: legacy)
  }

  /// The folder of a group of version 2; nil where that cannot be seen from here.
  func folder(ofUnified path: String) -> String? {
    unified.flatMap { Self.folder(of: path, in: $0) }
  }

  /// The folder of a group of version 1.
  func folder(of path: String, controller: String) -> String? {
    legacy.first { $0.options.contains(controller) }.flatMap { Self.folder(of: path, in: $0) }
  }

  private static func folder(of path: String, in mount: Mount) -> String? {
    // A path that goes up leads out of our own namespace of groups.
    guard path.hasPrefix("/"), !path.split(separator: "/").contains("..") else { return nil }
    if mount.root == "/" { return path == "/" ? mount.point : mount.point + path }
    if path == mount.root { return mount.point }
    guard path.hasPrefix(mount.root + "/") else { return nil }
    return mount.point + path.dropFirst(mount.root.count)
  }

  /// Blanks, tabs, newlines and backslashes of a path are written `\040` and so on.
  private static func unescaped(_ word: Substring) -> String {
    guard word.utf8.contains(UInt8(ascii: "\\")) else { return String(word) }
    var bytes: [UInt8] = []
    var rest = Array(word.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(3)
      if byte == UInt8(ascii: "\\"), digits.count == 3,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 8)
      {
        bytes.append(value)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
