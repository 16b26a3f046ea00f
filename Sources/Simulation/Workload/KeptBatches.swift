/// The batches that clients produced, byte by byte as they came but for their offsets.
struct KeptBatches: Sendable {
  struct Batch: Sendable {
    let firstOffset: Int64
    let lastOffset: Int64
    let bytes: [UInt8]

    var count: Int64 { lastOffset - firstOffset + 1 }
  }

  /// Of one partition; beyond it the oldest go.
  static let limit = 64 << 20

  private(set) var batches: [Batch] = []
  private(set) var size: Int64 = 0

  /// How many records they hold.
  private(set) var count: Int64 = 0

  mutating func append(_ batch: Batch) {
    batches.append(batch)
    size += Int64(batch.bytes.count)
    count += batch.count
  }

  /// The first offset to keep so that the limit holds; `nil` while it does.
  var overflow: Int64? {
    var (size, index) = (size, 0)
    while size > Self.limit, index < batches.count {
      size -= Int64(batches[index].bytes.count)
      index += 1
    }
    return index == 0 ? nil : batches[index - 1].lastOffset + 1
  }

  /// The batch with this offset in it.
  func batch(at offset: Int64) -> Batch? {
    var (low, high) = (0, batches.count)
    while low < high {
      let middle = (low + high) / 2
      if batches[middle].lastOffset >= offset { high = middle } else { low = middle + 1 }
    }
    guard low < batches.count, batches[low].firstOffset <= offset else { return nil }
    return batches[low]
  }

  /// Where the next batch behind this offset begins.
  func next(after offset: Int64) -> Int64? {
    batches.first { $0.firstOffset > offset }?.firstOffset
  }

  mutating func cut(to start: Int64) {
    remove { $0.lastOffset < start }
  }

  mutating func truncate(to end: Int64) {
    remove { $0.lastOffset >= end }
  }

  private mutating func remove(_ isGone: (Batch) -> Bool) {
    batches.removeAll(where: isGone)
    size = batches.reduce(0) { $0 + Int64($1.bytes.count) }
    count = batches.reduce(0) { $0 + $1.count }
  }
}
