import Model

/// For how many cycles each group's coordinator has said nothing.
struct SilenceLedger: Sendable {
  private var cycles: [String: UInt32] = [:]

  /// Those that were silent for as long as anything may be shown that is not read anew.
  func expired(after limit: UInt32) -> Set<String> {
    Set(cycles.lazy.filter { $0.value >= limit }.map(\.key))
  }

  /// `heard` lists the groups whose positions were read in this cycle, `known` all that are shown.
  mutating func record(known: some Sequence<String>, heard: Set<String>) {
    var next: [String: UInt32] = [:]
    for name in known where !heard.contains(name) { next[name] = (cycles[name] ?? 0) + 1 }
    cycles = next
  }
}
