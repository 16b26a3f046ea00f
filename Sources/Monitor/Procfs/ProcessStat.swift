/// `/proc/PID/stat`, the fields we use.
struct ProcessStat: Sendable, Hashable {
  let userTicks: UInt64
  let systemTicks: UInt64
  let threads: Int
  let startTicks: UInt64
  let virtualBytes: UInt64
  let residentPages: UInt64

  /// Nil when the line is not of the kernel's form.
  static func parse(_ bytes: [UInt8]) -> ProcessStat? {
    // The command name may hold spaces and parentheses: what follows its last one is in fixed places.
    guard let nameEnd = bytes.lastIndex(of: UInt8(ascii: ")")) else { return nil }
    let fields = bytes[(nameEnd + 1)...].split(separator: UInt8(ascii: " "))
    func field<Number: FixedWidthInteger>(_ number: Int) -> Number? {
      // proc(5) counts from 1, and the state (3) is the first field after the name.
      let index = number - 3
      guard fields.indices.contains(index) else { return nil }
      return Number(String(decoding: fields[index], as: UTF8.self))
    }
    guard let userTicks: UInt64 = field(14), let systemTicks: UInt64 = field(15),
      let threads: Int = field(20),
      let startTicks: UInt64 = field(22), let virtualBytes: UInt64 = field(23),
      let residentPages: UInt64 = field(24)
    else { return nil }
    return ProcessStat(
      userTicks: userTicks, systemTicks: systemTicks, threads: threads, startTicks: startTicks,
      virtualBytes: virtualBytes, residentPages: residentPages)
  }
}
