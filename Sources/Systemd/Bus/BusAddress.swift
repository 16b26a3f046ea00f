/// Addresses of message buses, as D-Bus spells them.
package enum BusAddress {
  /// Of a socket in the file system; what means something in an address is escaped.
  package static func unix(_ path: String) -> String {
    let hexadecimal = Array("0123456789abcdef".utf8)
    var address = Array("unix:path=".utf8)
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "/"),
        UInt8(ascii: "."):
        address.append(byte)
      default:
        address += [UInt8(ascii: "%"), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
      }
    }
    return String(decoding: address, as: UTF8.self)
  }
}
