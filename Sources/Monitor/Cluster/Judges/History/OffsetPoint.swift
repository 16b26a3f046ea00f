/// At this time a log ended at this offset.
package struct OffsetPoint: Sendable, Hashable {
  package let time: Tenths
  package let end: Int64

  package init(time: Tenths, end: Int64) {
    self.time = time
    self.end = end
  }

  /// When the record at `offset` came, if records came evenly until `later`; half a record in, because none comes at the very beginning.
  package func time(of offset: Int64, before later: OffsetPoint) -> Tenths {
    let records = Double(later.end) - Double(end)
    guard records > 0 else { return later.time }
    let share = min(max((Double(offset) - Double(end) + 0.5) / records, 0), 1)
    return Tenths(Double(time) + share * (Double(later.time) - Double(time)))
  }
}
