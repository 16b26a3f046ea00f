/// How many rows begin that differ only in their last label: spelled once, with everything escaped, for all of them.
///
/// A hundred thousand partitions that spell their topic one by one cost more time than their numbers do.
struct RowPrefix: ~Copyable {
  fileprivate(set) var bytes: [UInt8] = []
  fileprivate(set) var labelCount = 0
}

extension RowWriter {
  /// Begins other rows; memory that the prefix has already is used again.
  func spell(_ prefix: inout RowPrefix, _ first: String, _ second: String, _ third: String? = nil) {
    prefix.bytes.removeAll(keepingCapacity: true)
    prefix.labelCount = 0
    prefix.bytes += family.name
    prefix.append(first, family)
    prefix.append(second, family)
    if let third { prefix.append(third, family) }
    if prefix.labelCount < family.nextLabels.count { prefix.bytes += family.nextLabels[prefix.labelCount] }
  }

  /// One row, of which only the last label and the value are still to be said.
  @inline(__always)
  mutating func write(_ value: (some SampleValue)?, _ prefix: borrowing RowPrefix, _ last: Int) {
    guard let value else { return }
    guard value.isNumber else {
      dropped.notANumber += 1
      return
    }
    guard prefix.labelCount + 1 == family.firstLabels.count else {
      dropped.wrongLabels += 1
      return
    }
    buffer.append(prefix.bytes)
    buffer.append(decimal: last)
    buffer.append("\"} ")
    end(value)
  }
}

extension RowPrefix {
  fileprivate mutating func append(_ label: String, _ family: FamilyText) {
    guard labelCount < family.firstLabels.count else {
      labelCount += 1
      return
    }
    bytes += labelCount == 0 ? family.firstLabels[0] : family.nextLabels[labelCount]
    bytes.append(escaping: label)
    labelCount += 1
  }
}

extension [UInt8] {
  /// A label's value with the escapes that both formats share.
  fileprivate mutating func append(escaping text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: "\""):
        append(UInt8(ascii: "\\"))
        append(byte)
      case UInt8(ascii: "\n"):
        append(UInt8(ascii: "\\"))
        append(UInt8(ascii: "n"))
      default: append(byte)
      }
    }
  }
}
