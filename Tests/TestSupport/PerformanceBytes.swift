/// Performance data as HotSpot writes it, made by hand from the description of its layout.
package struct PerformanceBytes {
  package enum Value {
    case number(UInt64)
    case text(String)
  }

  private let isBigEndian: Bool
  private let isAccessible: Bool

  package init(isBigEndian: Bool = false, isAccessible: Bool = true) {
    self.isBigEndian = isBigEndian
    self.isAccessible = isAccessible
  }

  package func bytes(_ entries: [(name: String, value: Value)]) -> [UInt8] {
    let body = entries.flatMap { entry($0.name, $0.value) }
    var bytes: [UInt8] = [0xCA, 0xFE, 0xC0, 0xC0, isBigEndian ? 0 : 1, 2, 0, isAccessible ? 1 : 0]
    // Used, overflow, time of modification, offset of the first entry, number of entries.
    bytes += word(32 + body.count) + word(0) + word(0) + word(0) + word(32) + word(entries.count)
    return bytes + body + [UInt8](repeating: 0, count: 64)
  }

  private func entry(_ name: String, _ value: Value) -> [UInt8] {
    let name = padded(Array(name.utf8) + [0])
    let dataOffset = 20 + name.count
    switch value {
    case .number(let number):
      let data = ordered((0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * UInt64($0))) })
      return header(dataOffset + 8, vector: 0, kind: "J", dataOffset) + name + data
    case .text(let text):
      let data = padded(Array(text.utf8) + [0])
      return header(dataOffset + data.count, vector: data.count, kind: "B", dataOffset) + name + data
    }
  }

  private func header(_ length: Int, vector: Int, kind: Character, _ dataOffset: Int) -> [UInt8] {
    word(length) + word(20) + word(vector) + [kind.asciiValue ?? 0, 1, 1, 3] + word(dataOffset)
  }

  private func word(_ value: Int) -> [UInt8] {
    ordered((0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) })
  }

  private func ordered(_ littleEndian: [UInt8]) -> [UInt8] {
    isBigEndian ? littleEndian.reversed() : littleEndian
  }

  private func padded(_ bytes: [UInt8]) -> [UInt8] {
    bytes + [UInt8](repeating: 0, count: (4 - bytes.count % 4) % 4)
  }
}
