/// `/proc/PID/net/tcp` and `tcp6`: the sockets of one network namespace, with little about each.
enum SocketTable {
  /// Lines `0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000 1000 0 12345 …`, those of interest only.
  static func parse(_ bytes: [UInt8], _ ports: SocketPorts) -> [SocketEntry] {
    var entries: [SocketEntry] = []
    for line in bytes.split(separator: UInt8(ascii: "\n")).dropFirst() {
      let words = line.split(separator: UInt8(ascii: " "), maxSplits: 10)
      guard words.count > 9, let local = address(words[1]), let remote = address(words[2]),
        ports.local.contains(local.port) || ports.remote.contains(remote.port),
        let state = number(words[3]).flatMap({ UInt8(exactly: $0) }),
        let inode = UInt32(String(decoding: words[9], as: UTF8.self))
      else { continue }
      entries.append(
        SocketEntry(state: state, local: local, remote: remote, inode: inode, cookie: 0, traffic: nil))
    }
    return entries
  }

  /// `0100007F:1F90`: words of this machine's byte order, as the address lies in memory, and the port as a number.
  private static func address(_ word: ArraySlice<UInt8>) -> SocketAddress? {
    let parts = word.split(separator: UInt8(ascii: ":"))
    guard parts.count == 2, let port = number(parts[1]).flatMap({ UInt16(exactly: $0) }) else { return nil }
    switch parts[0].count {
    case 8: return word32(parts[0]).map { SocketAddress(ipv4: $0, port: port) }
    case 32:
      var words: [UInt64] = []
      for start in stride(from: parts[0].startIndex, to: parts[0].endIndex, by: 8) {
        guard let word = word32(parts[0][start..<start + 8]) else { return nil }
        words.append(UInt64(word))
      }
      return SocketAddress(high: words[0] << 32 | words[1], low: words[2] << 32 | words[3], port: port)
    default: return nil
    }
  }

  private static func word32(_ digits: ArraySlice<UInt8>) -> UInt32? {
    number(digits).flatMap { UInt32(exactly: $0) }.map(\.bigEndian)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> UInt64? {
    guard digits.count <= 16 else { return nil }
    var number: UInt64 = 0
    for digit in digits {
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): number = number << 4 | UInt64(digit - UInt8(ascii: "0"))
      case UInt8(ascii: "A")...UInt8(ascii: "F"):
        number = number << 4 | UInt64(digit - UInt8(ascii: "A") + 10)
      default: return nil
      }
    }
    return number
  }
}
