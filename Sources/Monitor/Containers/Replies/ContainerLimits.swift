/// What a container may use at most, as its `HostConfig` says it.
struct ContainerLimits {
  private var nanoCores: UInt64 = 0
  private var quota: Int64 = 0
  private var period: Int64 = 0
  private var memoryBytes: Int64 = 0
  private(set) var networkMode: String?

  mutating func read(_ key: String, _ value: inout JSONReader) {
    switch key {
    case "NanoCpus": nanoCores = value.unsigned() ?? 0
    case "CpuQuota": quota = value.integer() ?? 0
    case "CpuPeriod": period = value.integer() ?? 0
    case "Memory": memoryBytes = value.integer() ?? 0
    case "NetworkMode": networkMode = value.string()
    default: break
    }
  }

  /// Engines write 0, and -1 for a quota, where there is no limit; a period of 0 is the kernel's own of 100 ms.
  var cores: Double? {
    if nanoCores > 0 { return Double(nanoCores) / 1e9 }
    guard quota > 0 else { return nil }
    return Double(quota) / Double(period > 0 ? period : 100_000)
  }

  var memory: UInt64? {
    memoryBytes > 0 ? UInt64(memoryBytes) : nil
  }
}
