import CAllocationCounter

/// Repeats what is to be measured, after a round that only warms up.
struct Rounds {
  struct Result {
    let medianMilliseconds: Double
    let medianAllocations: Double
  }

  let effort: Effort

  func measure(
    prepare: (Int) async -> Void = { _ in }, _ work: (Int) async -> Void
  ) async -> Result {
    await prepare(0)
    await work(0)
    var (times, allocations): ([Double], [Double]) = ([], [])
    for round in 1...effort.rounds {
      await prepare(round)
      let allocated = allocation_count()
      let spent = await ContinuousClock().measure { await work(round) }
      allocations.append(Double(allocation_count() - allocated))
      times.append(spent / .milliseconds(1))
    }
    return Result(medianMilliseconds: Self.median(times), medianAllocations: Self.median(allocations))
  }

  private static func median(_ values: [Double]) -> Double {
    values.sorted()[values.count / 2]
  }
}
