/// The newest elements of an endless sequence, bounded in number and in bytes.
///
/// Every element keeps its sequence number for ever, so that a reader who fell behind knows how many it missed.
struct EventRing<Element: Sendable>: Sendable {
  private var slots: [(element: Element, bytes: Int)?]
  private let byteLimit: Int
  private var bytes = 0
  /// Sequence number of the oldest element still held; equals `next` when the ring is empty.
  private(set) var first: UInt64 = 0
  /// Sequence number that the next element will get.
  private(set) var next: UInt64 = 0

  init(capacity: Int, byteLimit: Int) {
    slots = Array(repeating: nil, count: max(1, capacity))
    self.byteLimit = byteLimit
  }

  subscript(sequence: UInt64) -> Element? {
    guard sequence >= first, sequence < next else { return nil }
    return slots[slot(sequence)]?.element
  }

  /// The newest element always stays, however large it is: a reader must be able to see that it happened.
  mutating func append(_ element: Element, bytes size: Int) {
    if next - first == UInt64(slots.count) { dropOldest() }
    slots[slot(next)] = (element, size)
    next += 1
    bytes += size
    while bytes > byteLimit, next - first > 1 { dropOldest() }
  }

  private mutating func dropOldest() {
    bytes -= slots[slot(first)]?.bytes ?? 0
    slots[slot(first)] = nil
    first += 1
  }

  private func slot(_ sequence: UInt64) -> Int {
    Int(sequence % UInt64(slots.count))
  }
}
