import Model

/// What is known of a process that is a broker's.
struct ProcessSight: Sendable, Hashable {
  /// The label `process`: that of its facts, or another one where two would have the same.
  let name: String
  let facts: ProcessFacts
}
