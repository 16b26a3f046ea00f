import Model

/// What slow jobs could not read is missing until they read it, and not only in the cycle in which they have their turn.
struct UnreadMemory: Sendable {
  private static let parts = Set(SlowJob.allCases.map(\.part))

  private var kept: [String: [UnreadPart]] = [:]

  /// `asked` names the parts of which this cycle knows better.
  mutating func merge(_ now: [UnreadPart], asked: Set<String>) -> [UnreadPart] {
    for part in asked.intersection(Self.parts) { kept[part] = now.filter { $0.part == part } }
    let earlier = kept.filter { !asked.contains($0.key) }.flatMap(\.value)
    return (now + earlier).sorted { ($0.part, $0.reason) < ($1.part, $1.reason) }
  }
}
