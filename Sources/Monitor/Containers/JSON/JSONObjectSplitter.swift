/// Cuts a stream of objects, one behind the other, into the objects.
///
/// Whatever stands between them is skipped: line ends, or the marks of a JSON text sequence (RFC 7464). Every byte is looked at
/// once, however the stream comes in pieces.
struct JSONObjectSplitter {
  /// The longest object that is kept.
  private let limit: Int
  private var object: [UInt8] = []
  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  /// How many objects were longer than the limit.
  private(set) var overlong = 0

  init(limit: Int = 1 << 20) {
    self.limit = limit
  }

  /// The objects that are complete now.
  mutating func take(_ piece: [UInt8]) -> [[UInt8]] {
    var complete: [[UInt8]] = []
    for byte in piece {
      guard depth > 0 || byte == UInt8(ascii: "{") else { continue }
      object.append(byte)
      advance(over: byte)
      if depth == 0 {
        complete.append(object)
        object.removeAll(keepingCapacity: true)
      } else if object.count > limit {
        // Where it ends nobody knows; what follows of it is no event, and is not taken for one.
        self = JSONObjectSplitter(limit: limit, overlong: overlong + 1)
      }
    }
    return complete
  }

  private init(limit: Int, overlong: Int) {
    self.limit = limit
    self.overlong = overlong
  }

  private mutating func advance(over byte: UInt8) {
    if isEscaped {
      isEscaped = false
    } else if isInString {
      if byte == UInt8(ascii: "\\") { isEscaped = true }
      if byte == UInt8(ascii: "\"") { isInString = false }
    } else {
      switch byte {
      case UInt8(ascii: "\""): isInString = true
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      default: break
      }
    }
  }
}
