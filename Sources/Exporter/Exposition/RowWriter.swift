package import Model

/// Writes the rows of one family, in the bytes that both formats share.
///
/// A row's labels are given in the order in which the metric declares them. What is not known (nil) has no row.
package struct RowWriter: ~Copyable {
  /// The time that the page speaks of.
  package let now: Moment
  let family: FamilyText
  var buffer: RowBuffer
  var rowCount = 0
  var dropped = DroppedRows()
  /// The bounds of the last histogram, and how they are spelled as labels.
  var spelledBounds: (bounds: [Double], labels: [[UInt8]]) = ([], [])
  /// The rows say the same until then, on the boot clock; nil: until the section changes.
  private(set) var holdUntil: Duration?

  init(family: FamilyText, now: Moment, expecting byteCount: Int) {
    self.family = family
    self.now = now
    buffer = RowBuffer(expecting: byteCount)
  }

  /// The rows depend on the time, and say something else after this one (on the boot clock).
  ///
  /// A time that has passed already changes nothing any more.
  package mutating func hold(until change: Duration) {
    guard change >= now.uptime else { return }
    holdUntil = min(holdUntil ?? change, change)
  }

  /// One row; for counters, gauges, infos (with the value 1) and unknowns.
  package mutating func write<Value: SampleValue, each Label: LabelValue>(
    _ value: Value?, _ labels: repeat each Label
  ) {
    guard let value else { return }
    guard value.isNumber else {
      dropped.notANumber += 1
      return
    }
    guard begin(family.name, repeat each labels) else { return }
    end(value)
  }

  /// Writes the name and the labels; false when the number of labels is not the declared one.
  ///
  /// `last` is a label that the caller has spelled, up to the closing quote.
  @inline(__always)
  mutating func begin<each Label: LabelValue>(
    _ name: [UInt8], _ labels: repeat each Label, then last: [UInt8]? = nil
  ) -> Bool {
    guard Self.count(repeat each labels) == family.firstLabels.count else {
      dropped.wrongLabels += 1
      return false
    }
    buffer.append(name)
    var (position, isFirst) = (0, true)
    for label in repeat each labels {
      if !label.isAbsent {
        buffer.append(isFirst ? family.firstLabels[position] : family.nextLabels[position])
        label.append(to: &buffer)
        isFirst = false
      }
      position += 1
    }
    if let last {
      buffer.append(isFirst ? "{" : "\",")
      buffer.append(last)
      isFirst = false
    }
    buffer.append(isFirst ? " " : "\"} ")
    return true
  }

  @inline(__always)
  mutating func end(_ value: some SampleValue) {
    value.append(to: &buffer)
    buffer.append(UInt8(ascii: "\n"))
    rowCount += 1
  }

  @inline(__always)
  private static func count<each Label>(_ labels: repeat each Label) -> Int {
    var count = 0
    for _ in repeat each labels { count += 1 }
    return count
  }
}
