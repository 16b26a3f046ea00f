/// A unit of which something is to be read.
struct UnitQuestion: Sendable, Hashable {
  let name: String
  let path: String
  /// Of its own kind's properties; nil where the kind has none.
  let interface: String?
  /// Not only what its cgroup uses.
  let isEverything: Bool
}
