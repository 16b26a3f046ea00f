/// A ring's points, oldest first, with their ages at one time.
struct AgedPoints: RandomAccessCollection {
  let ring: OffsetRing
  let now: Tenths

  var startIndex: Int { 0 }
  var endIndex: Int { ring.count }

  subscript(index: Int) -> OffsetArchive.Point {
    OffsetArchive.Point(age: Int64(now) - Int64(ring[index].time), end: ring[index].end)
  }
}
