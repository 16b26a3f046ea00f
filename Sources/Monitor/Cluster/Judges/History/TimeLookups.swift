import Model

/// Finds out from the leaders when records older than the offset history were written, by bisection over time.
///
/// A pure stepper: `plan` says what to ask, `record` takes an answer. One answer tells for every group on the partition; the age is
/// known to a tenth after about eight steps. Costs at most two requests per leader and plan.
package struct TimeLookups: Sendable {
  /// Older records than these five years keep an unknown age.
  private static let horizon: Double = 5 * 365 * 86_400 * 10
  private static let partitionLimit = 4096
  private static let goodEnough = 0.1
  private static let worthShowing = 0.25

  private var samples: [Int: TimeSamples] = [:]
  private var generation: UInt32 = 0

  package init() {}

  /// What to ask next for records at these offsets; `oldest` is where the partition's own history begins.
  package mutating func plan(_ targets: [TimeTarget], _ cycle: Cycle) -> [TimeQuestion] {
    var questions: [TimeQuestion] = []
    var kept: [Int: TimeSamples] = [:]
    for (row, targets) in Dictionary(grouping: targets, by: \.partition).sorted(by: { $0.key < $1.key }) {
      guard kept.count < Self.partitionLimit, let leader = cycle.reading.partitions.leader(of: row) else {
        continue
      }
      var known = samples[row] ?? TimeSamples()
      known.forget(exceptAround: targets)
      kept[row] = known
      guard known.hasRoom else { continue }
      let times = Self.steps(targets, known, now: cycle.now)
      for (round, time) in times.prefix(2).enumerated() {
        let asked = cycle.clock.timestamp(of: time, now: cycle.moment)
        questions.append(
          TimeQuestion(
            leader: leader, generation: generation, round: round, partition: row, time: time,
            timestampMilliseconds: max(0, asked.nanoseconds / 1_000_000)))
      }
    }
    samples = kept
    return questions.sorted { ($0.leader, $0.round, $0.partition) < ($1.leader, $1.round, $1.partition) }
  }

  /// The first offset whose record is not older than the question's time; nil where there is none.
  package mutating func record(_ question: TimeQuestion, firstOffset: Int64?) {
    guard question.generation == generation else { return }
    samples[question.partition, default: TimeSamples()].insert(
      OffsetPoint(time: question.time, end: firstOffset.map { max(0, $0) } ?? .max))
  }

  /// When a record was written, as its batch says: all that there is to know of it.
  mutating func record(_ target: TimeTarget, writtenAt time: Tenths) {
    samples[target.partition, default: TimeSamples()].insert(OffsetPoint(time: time, end: target.offset))
    samples[target.partition, default: TimeSamples()].insert(
      OffsetPoint(time: time + 1, end: target.offset.addingSaturated(1)))
  }

  /// Whether another question would make the age of this record any surer.
  func isCoarse(_ target: TimeTarget, now: Tenths) -> Bool {
    !Self.steps([target], samples[target.partition] ?? TimeSamples(), now: now).isEmpty
  }

  /// Nil until the answers so far are worth showing.
  package func time(of target: TimeTarget, now: Tenths) -> Tenths? {
    guard let known = samples[target.partition], let bracket = known.bracket(target), let low = bracket.low
    else {
      return nil
    }
    let (youngest, oldest) = (Double(now) - Double(bracket.high.time), Double(now) - Double(low.time))
    guard oldest - youngest <= Self.worthShowing * oldest else { return nil }
    // Behind the highest answer nothing was written: the record is there, but its offset says nothing of how far.
    guard bracket.high.end < .max else { return bracket.high.time }
    return low.time(of: target.offset, before: bracket.high)
  }

  /// Rows of a later reading.
  package mutating func follow(_ rows: RowMap) {
    guard !rows.isIdentity else { return }
    generation &+= 1
    samples = Dictionary(
      samples.compactMap { row, known in rows.row(earlier: row).map { ($0, known) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The times worth asking for, worst known target first, each between other answers.
  private static func steps(_ targets: [TimeTarget], _ known: TimeSamples, now: Tenths) -> [Tenths] {
    var steps: [(coarseness: Double, time: Tenths)] = []
    for target in targets {
      guard let bracket = known.bracket(target) else { continue }
      let young = max(Double(now) - Double(bracket.high.time), 1)
      let old = bracket.low.map { Double(now) - Double($0.time) } ?? horizon
      guard old - young > goodEnough * old, young < 0.9 * horizon else { continue }
      // Ages span seconds to years: halving their logarithm needs the fewest steps.
      let age = (young * old).squareRoot()
      let time = Tenths(max(Double(now) - age, Double(Tenths.min)))
      if !steps.contains(where: { $0.time == time }) { steps.append((old / young, time)) }
    }
    return steps.sorted { $0.coarseness > $1.coarseness }.map(\.time)
  }
}
