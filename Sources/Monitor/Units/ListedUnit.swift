import Systemd

/// One line of systemd's list of units.
struct ListedUnit: Sendable, Hashable {
  let name: String
  let loadState: String
  let activeState: String
  let subState: String
  let path: String

  /// A failed unit stays listed after its file is gone, and so does one that still runs.
  var isRemoved: Bool { loadState == "not-found" && activeState == "inactive" }

  /// More than any host has.
  static let limit = 10_000

  static func readAll(from message: inout BusReader) throws(BusError) -> [ListedUnit] {
    var units: [ListedUnit] = []
    try message.structs(of: "ssssssouso") { message throws(BusError) in
      let name = try message.string()
      try message.skip("s")
      let (load, active, sub) = (try message.string(), try message.string(), try message.string())
      try message.skip("s")
      let path = try message.objectPath()
      try message.skip("uso")
      guard units.count < limit else { return }
      units.append(
        ListedUnit(name: name, loadState: load, activeState: active, subState: sub, path: path))
    }
    return units
  }
}
