import Systemd
import Testing

@Suite struct TimerQueueTests {
  @Test func `timers come out by deadline, and those of one deadline in the order of their ids`() {
    var queue = TimerQueue<String>()
    queue.insert(1, at: .seconds(3), "late")
    queue.insert(2, at: .seconds(1), "early, elder")
    queue.insert(4, at: .seconds(1), "early, youngest")
    queue.insert(3, at: .seconds(1), "early, younger")
    #expect(queue.earliest == .seconds(1))
    #expect(
      drain(&queue, at: .seconds(3)) == ["early, elder", "early, younger", "early, youngest", "late"])
    #expect(queue.earliest == nil)
  }

  @Test func `a timer is due at its deadline and not before`() {
    var queue = TimerQueue<String>()
    queue.insert(1, at: .nanoseconds(100), "x")
    #expect(queue.popDue(at: .nanoseconds(99)) == nil)
    let due = queue.popDue(at: .nanoseconds(100))
    #expect(due?.payload == "x")
    #expect(due?.deadline == .nanoseconds(100))
    #expect(queue.popDue(at: .seconds(1)) == nil)
  }

  @Test func `a due timer that is too young stays, and holds back what comes after it`() {
    var queue = TimerQueue<String>()
    queue.insert(7, at: .seconds(1), "young")
    queue.insert(3, at: .seconds(2), "old")
    #expect(queue.popDue(at: .seconds(9), before: 7) == nil)
    #expect(queue.popDue(at: .seconds(9), before: 8)?.payload == "young")
    #expect(queue.popDue(at: .seconds(9), before: 7)?.payload == "old")
  }

  @Test func `a removed timer leaves nothing behind`() {
    var queue = TimerQueue<String>()
    queue.insert(1, at: .seconds(1), "a")
    queue.insert(2, at: .seconds(2), "b")
    #expect(queue.remove(1) == "a")
    #expect(queue.remove(1) == nil)
    #expect(queue.earliest == .seconds(2))
    #expect(queue.count == 1)
  }

  @Test func `a timer inserted again moves to its new deadline`() {
    var queue = TimerQueue<String>()
    queue.insert(1, at: .seconds(1), "old")
    queue.insert(1, at: .seconds(5), "new")
    #expect(queue.count == 1)
    #expect(drain(&queue, at: .seconds(9)) == ["new"])
  }

  /// The reference is a plain list, sorted anew each time.
  @Test(arguments: UInt64(1)...20)
  func `any mix of insertions, removals and time agrees with a sorted list`(seed: UInt64) {
    var random = SplitMix(state: seed)
    var queue = TimerQueue<UInt64>()
    var list: [(deadline: Int, id: UInt64)] = []
    for id in 1...400 as ClosedRange<UInt64> {
      let deadline = Int.random(in: 0..<50, using: &random)
      queue.insert(id, at: .seconds(deadline), id)
      list.append((deadline, id))
      if Bool.random(using: &random), let victim = list.randomElement(using: &random)?.id {
        #expect(queue.remove(victim) == victim)
        list.removeAll { $0.id == victim }
      }
      if id.isMultiple(of: 7) {
        let now = Int.random(in: 0..<25, using: &random)
        let due = list.filter { $0.deadline <= now }.sorted { $0 < $1 }.map(\.id)
        list.removeAll { $0.deadline <= now }
        #expect(drain(&queue, at: .seconds(now)) == due)
      }
      #expect(queue.count == list.count)
      #expect(queue.earliest == list.map(\.deadline).min().map { .seconds($0) })
    }
  }

  private func drain<Payload>(_ queue: inout TimerQueue<Payload>, at now: Duration) -> [Payload] {
    var payloads: [Payload] = []
    while let (_, payload) = queue.popDue(at: now) { payloads.append(payload) }
    return payloads
  }
}
