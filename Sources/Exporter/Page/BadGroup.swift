import Model

/// A group that does not get on, as the status page lists it.
struct BadGroup: Sendable, Hashable {
  let name: String
  let status: GroupStatus
  let causes: StatusCauses
  let lag: Int64?

  /// The worst status first, then the largest lag, then by name.
  static func isWorse(_ left: BadGroup, _ right: BadGroup) -> Bool {
    if left.status != right.status { return left.status > right.status }
    if left.lag != right.lag { return left.lag ?? -1 > right.lag ?? -1 }
    return left.name < right.name
  }

  var sentence: String {
    let behind = lag.map { ", \($0) offset\($0 == 1 ? "" : "s") behind" } ?? ""
    let why = causes.isEmpty ? "" : " (\(causes.names.joined(separator: ", ")))"
    return status.rawValue + behind + why
  }
}
