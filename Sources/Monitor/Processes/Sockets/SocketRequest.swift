/// A question to the kernel's `sock_diag`: all sockets of TCP with certain ports.
///
/// The layouts are those of `linux/netlink.h`, `linux/sock_diag.h` and `linux/inet_diag.h`.
enum SocketRequest {
  enum Family: UInt8, CaseIterable {
    case ipv4 = 2
    case ipv6 = 10
  }

  private static let byFamily: UInt16 = 20
  /// `NLM_F_REQUEST | NLM_F_DUMP`.
  private static let dump: UInt16 = 0x301
  private static let tcp: UInt8 = 6
  /// Bit `INET_DIAG_INFO - 1`: with `tcp_info`.
  private static let withInformation: UInt8 = 1 << 1
  /// Every state but LISTEN.
  private static let states: UInt32 = 0xFFF & ~(1 << 10)
  private static let bytecode: UInt16 = 1
  /// More ports than any host's brokers listen on.
  static let maxConditions = 512

  static func bytes(_ family: Family, _ ports: SocketPorts) -> [UInt8] {
    let filter = filter(ports)
    var body: [UInt8] = [family.rawValue, tcp, withInformation, 0]
    append(states, to: &body)
    // No socket in particular.
    body += [UInt8](repeating: 0, count: 48)
    append(UInt16(4 + filter.count), to: &body)
    append(bytecode, to: &body)
    body += filter
    var message: [UInt8] = []
    append(UInt32(16 + body.count), to: &message)
    append(byFamily, to: &message)
    append(dump, to: &message)
    append(UInt32(1), to: &message)
    append(UInt32(0), to: &message)
    return message + body
  }

  /// A program for the kernel: one comparison after the other, and the first that holds jumps to the end.
  ///
  /// Ending at the last byte means yes, jumping four bytes beyond it means no.
  static func filter(_ ports: SocketPorts) -> [UInt8] {
    let conditions =
      (ports.local.sorted().map { (isEqualSource, $0) } + ports.remote.sorted().map { (isEqualTarget, $0) })
      .prefix(maxConditions)
    let size = conditions.count * (comparisonSize + jumpSize) - jumpSize
    var program: [UInt8] = []
    for (index, (code, port)) in conditions.enumerated() {
      let isLast = index == conditions.count - 1
      // The last one's no leads four bytes beyond the end.
      program += [code, UInt8(comparisonSize)]
      append(UInt16(comparisonSize + jumpSize), to: &program)
      program += [0, 0]
      append(port, to: &program)
      if !isLast {
        let left = size - program.count
        program += [jump, UInt8(jumpSize)]
        append(UInt16(left), to: &program)
      }
    }
    return program
  }

  private static let jump: UInt8 = 1
  private static let isEqualSource: UInt8 = 11
  private static let isEqualTarget: UInt8 = 12
  private static let comparisonSize = 8
  private static let jumpSize = 4

  /// In this machine's byte order.
  private static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
    // What the first byte of memory holds is the lowest byte of the value read as little endian.
    let inMemory = value.littleEndian
    for index in 0..<(value.bitWidth / 8) {
      bytes.append(UInt8(truncatingIfNeeded: inMemory >> (8 * index)))
    }
  }
}
