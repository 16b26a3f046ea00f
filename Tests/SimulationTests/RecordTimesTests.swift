import Simulation
import TestSupport
import Testing

/// Times of records, checked against the plain list of all of them.
@Suite struct RecordTimesTests {
  @Test(arguments: 0..<20 as Range<UInt64>)
  func `looking up by time and by offset agree with a list of every record`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var log = SimulatedLog(start: 100, end: 100)
    var times: [Int64] = []
    var wall: Int64 = 1_000_000
    for _ in 0..<60 {
      wall += Int64.random(in: 0...5000, using: &random)
      let count = Int64.random(in: 0...20, using: &random)
      log.append(count, at: wall)
      times += Array(repeating: wall, count: Int(count))
    }
    let cut = Int64.random(in: 0...Int64(times.count / 2), using: &random)
    log.cut(to: 100 + cut)
    for (index, time) in times.enumerated() where index >= cut {
      #expect(log.times.time(of: 100 + Int64(index)) == time)
      let first = times.indices.first { $0 >= cut && times[$0] >= time }
      #expect(log.times.firstOffset(at: time) == first.map { 100 + Int64($0) })
    }
    #expect(log.times.firstOffset(at: wall + 1) == nil)
    #expect(log.size == (Int64(times.count) - cut) * log.recordSize)
  }
}
