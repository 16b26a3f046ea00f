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

  /// More than anybody watches.
  static let limit = 10_000

  /// Reads those of a list that are wanted.
  static func reader(
    of isWanted: @escaping @Sendable (String) -> Bool
  ) -> @Sendable (inout BusReader) throws(BusError) -> [ListedUnit] {
    { message throws(BusError) in
      var units: [ListedUnit] = []
      try message.structs(of: "ssssssouso") { message throws(BusError) in
        let name = try message.string()
        guard units.count < limit, isWanted(name) else { return try message.skip("sssssouso") }
        units.append(try read(name, from: &message))
      }
      return units
    }
  }

  private static func read(
    _ name: String, from message: inout BusReader
  ) throws(BusError) -> ListedUnit {
    try message.skip("s")
    let (load, active, sub) = (try message.string(), try message.string(), try message.string())
    try message.skip("s")
    let path = try message.objectPath()
    try message.skip("uso")
    return ListedUnit(name: name, loadState: load, activeState: active, subState: sub, path: path)
  }
}
