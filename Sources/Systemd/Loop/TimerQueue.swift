/// Deadlines in order, each with what to do then.
///
/// A binary heap that also knows where each timer stands, so that cancelling one leaves nothing behind.
///
/// Times are durations since boot, as in `Moment.uptime`.
package struct TimerQueue<Payload> {
  /// Grows with every timer of a loop: of two timers with one deadline the elder is due first.
  package typealias ID = UInt64

  private struct Entry {
    let id: ID
    let deadline: Duration
    let payload: Payload

    func isDue(before other: Entry) -> Bool {
      deadline == other.deadline ? id < other.id : deadline < other.deadline
    }
  }

  private var heap: [Entry] = []
  private var positions: [ID: Int] = [:]

  package init() {}

  package var count: Int { heap.count }

  package var earliest: Duration? { heap.first?.deadline }

  /// Adds a timer; one with the same id is replaced.
  package mutating func insert(_ id: ID, at deadline: Duration, _ payload: Payload) {
    remove(id)
    heap.append(Entry(id: id, deadline: deadline, payload: payload))
    positions[id] = heap.count - 1
    moveUp(from: heap.count - 1)
  }

  /// Takes a timer out, wherever it stands; nil if it is not here any more.
  @discardableResult
  package mutating func remove(_ id: ID) -> Payload? {
    guard let position = positions.removeValue(forKey: id) else { return nil }
    let last = heap.count - 1
    swapEntries(position, last)
    let removed = heap.removeLast()
    if position < last {
      moveDown(from: position)
      moveUp(from: position)
    }
    return removed.payload
  }

  /// Takes out the earliest timer if its deadline has come and it is older than `id`.
  package mutating func popDue(
    at now: Duration, before id: ID = .max
  ) -> (deadline: Duration, payload: Payload)? {
    guard let first = heap.first, first.deadline <= now, first.id < id else { return nil }
    remove(first.id)
    return (first.deadline, first.payload)
  }

  private mutating func moveUp(from start: Int) {
    var child = start
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[child].isDue(before: heap[parent]) else { return }
      swapEntries(child, parent)
      child = parent
    }
  }

  private mutating func moveDown(from start: Int) {
    var parent = start
    while true {
      var next = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
        if heap[child].isDue(before: heap[next]) { next = child }
      }
      guard next != parent else { return }
      swapEntries(parent, next)
      parent = next
    }
  }

  /// Leaves alone the position of a timer that is on its way out.
  private mutating func swapEntries(_ left: Int, _ right: Int) {
    guard left != right else { return }
    heap.swapAt(left, right)
    for position in [left, right] where positions[heap[position].id] != nil {
      positions[heap[position].id] = position
    }
  }
}
