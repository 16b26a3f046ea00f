/// How long a container's processes have run, in nanoseconds.
///
/// The total is exact. With cgroups of version 1 the kernel only samples which part was user and which system time, so these
/// two are made to fit it, as the kernel does for processes: together they are the total, and neither ever falls.
struct CPUTimes: Sendable, Hashable {
  let total: UInt64
  let user: UInt64
  let system: UInt64

  func fitted(after earlier: CPUTimes?) -> CPUTimes {
    // A total that fell is another run's.
    let before = earlier.flatMap { $0.total <= total ? $0 : nil } ?? CPUTimes(total: 0, user: 0, system: 0)
    let system = min(max(share, before.system), total - min(before.user, total))
    return CPUTimes(total: total, user: total - system, system: system)
  }

  /// The system time, if all of the total were split as the samples are.
  private var share: UInt64 {
    guard system > 0 else { return 0 }
    let (sum, overflow) = user.addingReportingOverflow(system)
    guard user > 0, !overflow else { return total }
    let product = total.multipliedFullWidth(by: system)
    // Fits, for the sum is larger than the part.
    return product.high < sum ? sum.dividingFullWidth(product).quotient : total
  }
}
