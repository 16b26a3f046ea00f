/// What is known of a unit that may be a broker's.
struct UnitSight: Sendable, Hashable {
  let name: String
}
