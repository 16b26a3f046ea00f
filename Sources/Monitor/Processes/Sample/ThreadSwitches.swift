/// Context switches of a process, which the kernel counts for each thread only, and forgets with it.
struct ThreadSwitches: Sendable, Hashable {
  struct Count: Sendable, Hashable {
    var voluntary: UInt64
    var involuntary: UInt64
  }

  private(set) var total = Count(voluntary: 0, involuntary: 0)
  private var last: [Int32: Count]?
  /// Whether what the first reading shows happened while we watched.
  private let countsFirst: Bool

  init(countsFirst: Bool) {
    self.countsFirst = countsFirst
  }

  mutating func take(_ threads: [Int32: Count]) {
    for (thread, count) in threads where last != nil || countsFirst {
      let before = last?[thread]
      // A thread with the number of an earlier one begins anew.
      let isSame = before.map { count.voluntary >= $0.voluntary && count.involuntary >= $0.involuntary }
      let base = isSame == true ? before : nil
      total.voluntary &+= count.voluntary - (base?.voluntary ?? 0)
      total.involuntary &+= count.involuntary - (base?.involuntary ?? 0)
    }
    last = threads
  }
}
