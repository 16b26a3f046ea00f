import Glibc
import Model

/// Our own process, as `/proc/self` shows it.
enum OwnProcess {
  static func read(from procfs: Procfs) throws(CollectorError) -> ProcessUsage {
    let bytes = try procfs.read("self/stat")
    guard let stat = ProcessStat.parse(bytes) else {
      throw CollectorError(
        .malformed, "/proc/self/stat is not of the kernel's form: is --path.procfs a real procfs?")
    }
    // Each of these may be hidden by a hardened kernel or container; what is hidden is left out.
    let limits = (try? procfs.read("self/limits")).map(ProcessLimits.parse)
    let boot = (try? procfs.read("stat")).flatMap(BootTime.parse)
    let descriptors = try? procfs.entryCount("self/fd")
    return usage(
      stat, limits: limits, boot: boot, openDescriptors: descriptors,
      ticksPerSecond: sysconf(CInt(_SC_CLK_TCK)), pageSize: sysconf(CInt(_SC_PAGESIZE)))
  }

  static func usage(
    _ stat: ProcessStat, limits: ProcessLimits?, boot: Timestamp?, openDescriptors: Int?, ticksPerSecond: Int,
    pageSize: Int
  ) -> ProcessUsage {
    let ticks = UInt64(max(1, ticksPerSecond))
    var usage = ProcessUsage()
    usage.cpuSeconds = (Double(stat.userTicks) + Double(stat.systemTicks)) / Double(ticks)
    usage.residentBytes = product(stat.residentPages, UInt64(max(1, pageSize)))
    usage.virtualBytes = stat.virtualBytes
    usage.virtualLimitBytes = limits?.addressSpaceBytes
    usage.openDescriptors = openDescriptors
    usage.descriptorLimit = limits?.openFiles
    usage.threads = stat.threads
    usage.startTime = boot.flatMap { boot in
      product(stat.startTicks, 1_000_000_000 / ticks).flatMap { Int64(exactly: $0) }.map {
        Timestamp(nanoseconds: boot.nanoseconds &+ $0)
      }
    }
    return usage
  }

  /// Nil instead of a trap: the numbers come from a file, and the file may be a fixture or a lie.
  private static func product(_ left: UInt64, _ right: UInt64) -> UInt64? {
    let (value, overflow) = left.multipliedReportingOverflow(by: right)
    return overflow ? nil : value
  }
}
