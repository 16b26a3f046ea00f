/// `/proc/PID/stat`, the fields we use.
struct ProcessStat: Sendable, Hashable {
  let userTicks: UInt64
  let systemTicks: UInt64
  let threads: Int
  let startTicks: UInt64
  let virtualBytes: UInt64
  let residentPages: UInt64
  var command = ""
  var state = UInt8(ascii: "S")
  var minorFaults: UInt64 = 0
  var majorFaults: UInt64 = 0
  /// Where its code and its arguments lie: other places after an exec; 0 for who may not see them.
  var codeStart: UInt64 = 0
  var argumentStart: UInt64 = 0

  /// It has ended, and only its parent has not taken note yet.
  ///
  /// A first thread that ends by itself looks so too, while the others go on.
  var isDead: Bool {
    switch state {
    case UInt8(ascii: "Z"), UInt8(ascii: "X"), UInt8(ascii: "x"): threads <= 1
    default: false
    }
  }

  /// Nil when the line is not of the kernel's form.
  static func parse(_ bytes: [UInt8]) -> ProcessStat? {
    // The command name may hold spaces and parentheses: what follows its last one is in fixed places.
    guard let nameEnd = bytes.lastIndex(of: UInt8(ascii: ")")),
      let nameStart = bytes.firstIndex(of: UInt8(ascii: "(")), nameStart < nameEnd, nameEnd + 2 < bytes.count
    else { return nil }
    let fields = Fields(bytes, after: nameEnd)
    guard let userTicks = fields[14], let systemTicks = fields[15],
      let threads = fields[20].flatMap(Int.init(exactly:)), let startTicks = fields[22],
      let virtualBytes = fields[23], let residentPages = fields[24]
    else { return nil }
    var stat = ProcessStat(
      userTicks: userTicks, systemTicks: systemTicks, threads: threads, startTicks: startTicks,
      virtualBytes: virtualBytes, residentPages: residentPages)
    stat.command = String(decoding: bytes[(nameStart + 1)..<nameEnd], as: UTF8.self)
    stat.state = bytes[nameEnd + 2]
    stat.minorFaults = fields[10] ?? 0
    stat.majorFaults = fields[12] ?? 0
    stat.codeStart = fields[26] ?? 0
    stat.argumentStart = fields[48] ?? 0
    return stat
  }

  /// The numbers behind the name; proc(5) counts from 1, and the state (3) is the first field after the name.
  private struct Fields {
    private static let last = 48
    private var numbers = [UInt64?](repeating: nil, count: last + 1)

    init(_ bytes: [UInt8], after nameEnd: Int) {
      var field = 2
      var number: UInt64? = nil
      for byte in bytes[(nameEnd + 1)...] {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\n"):
          numbers[field] = number
          field += 1
          guard field <= Self.last else { return }
          number = 0
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
          number = number.flatMap { Self.append(byte, to: $0) }
        default: number = nil
        }
      }
      numbers[field] = number
    }

    subscript(field: Int) -> UInt64? { numbers[field] }

    private static func append(_ digit: UInt8, to number: UInt64) -> UInt64? {
      let (tens, tooLarge) = number.multipliedReportingOverflow(by: 10)
      let (sum, overflow) = tens.addingReportingOverflow(UInt64(digit - UInt8(ascii: "0")))
      return tooLarge || overflow ? nil : sum
    }
  }
}
