import Systemd

/// What systemd is asked; it changes nothing there.
enum SystemdCalls {
  static let name = "org.freedesktop.systemd1"
  private static let root = "/org/freedesktop/systemd1"
  private static let manager = "org.freedesktop.systemd1.Manager"
  private static let properties = "org.freedesktop.DBus.Properties"

  /// Without a subscriber, systemd tells nobody what changes.
  static let subscribe = BusCall(to: name, path: root, interface: manager, member: "Subscribe")

  static let systemState = property("SystemState")
  static let failedUnits = property("NFailedUnits")

  /// Those that systemd has in memory.
  static func list(_ patterns: [String]) -> BusCall {
    BusCall(
      to: name, path: root, interface: manager, member: "ListUnitsByPatterns", .strings([]),
      .strings(patterns))
  }

  /// Those with these names, read from disk where they are not in memory.
  static func load(_ names: [String]) -> BusCall {
    BusCall(to: name, path: root, interface: manager, member: "ListUnitsByNames", .strings(names))
  }

  /// All properties of a unit that belong to an interface.
  static func all(_ interface: String, of path: String) -> BusCall {
    BusCall(to: name, path: path, interface: properties, member: "GetAll", .string(interface))
  }

  private static func property(_ property: String) -> BusCall {
    BusCall(
      to: name, path: root, interface: properties, member: "Get", .string(manager), .string(property))
  }
}

/// The signals that tell what changed at systemd.
enum SystemdSignals {
  static let propertiesChanged = """
    type='signal',sender='org.freedesktop.systemd1',interface='org.freedesktop.DBus.Properties',\
    member='PropertiesChanged',path_namespace='/org/freedesktop/systemd1/unit'
    """
  static let ownerChanged = """
    type='signal',sender='org.freedesktop.DBus',interface='org.freedesktop.DBus',member='NameOwnerChanged',\
    arg0='org.freedesktop.systemd1'
    """

  static func manager(_ member: String) -> String {
    """
    type='signal',sender='org.freedesktop.systemd1',interface='org.freedesktop.systemd1.Manager',\
    member='\(member)',path='/org/freedesktop/systemd1'
    """
  }
}
