/// What kind of unit a name means, which decides where systemd keeps its properties.
enum UnitKind: String, CaseIterable {
  case service, socket, mount, swap, scope, slice, timer, path, automount, target, device

  init?(name: String) {
    guard let dot = name.lastIndex(of: ".") else { return nil }
    self.init(rawValue: String(name[name.index(after: dot)...]))
  }

  /// Nil where the unit has nothing but what all units have.
  var interface: String? {
    switch self {
    case .target: nil
    default: "org.freedesktop.systemd1." + rawValue.prefix(1).uppercased() + rawValue.dropFirst()
    }
  }

  /// Whether processes can belong to it.
  var hasControlGroup: Bool {
    switch self {
    case .service, .socket, .mount, .swap, .scope, .slice: true
    case .timer, .path, .automount, .target, .device: false
    }
  }
}
