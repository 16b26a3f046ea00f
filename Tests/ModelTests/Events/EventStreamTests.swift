import Model
import Testing

@Suite struct EventStreamTests {
  private func stream(capacity: Int = 100, byteLimit: Int = 1_000_000) -> EventStream<String> {
    EventStream(capacity: capacity, byteLimit: byteLimit) { $0.utf8.count }
  }

  private func all(_ subscription: EventSubscription<String>) async -> [String] {
    var read: [String] = []
    for await delivery in subscription {
      switch delivery {
      case .element(let element): read.append(element)
      case .missed(let count): read.append("missed \(count)")
      }
    }
    return read
  }

  @Test func `every subscriber reads everything in order`() async {
    let stream = stream()
    let readers = [stream.subscribe(), stream.subscribe()]
    await withTaskGroup { group in
      for reader in readers { group.addTask { await all(reader) } }
      group.addTask {
        for number in 0..<50 {
          stream.publish("\(number)")
          if number % 7 == 0 { await Task.yield() }
        }
        stream.finish()
        return (0..<50).map(String.init)
      }
      for await read in group { #expect(read == (0..<50).map(String.init)) }
    }
    #expect(stream.missedCount == 0)
  }

  @Test func `a slow reader learns how many it missed and goes on with the oldest left`() async {
    let stream = stream(capacity: 3)
    let reader = stream.subscribe()
    for number in 0..<10 { stream.publish("\(number)") }
    stream.finish()
    #expect(await all(reader) == ["missed 7", "7", "8", "9"])
    #expect(stream.missedCount == 7)
  }

  @Test func `the byte limit drops the oldest, but never the newest`() async {
    let stream = stream(byteLimit: 10)
    stream.publish("12345")
    stream.publish("67890")
    #expect(stream.recent(10) == ["12345", "67890"])
    stream.publish("a")
    #expect(stream.recent(10) == ["67890", "a"])
    stream.publish(String(repeating: "x", count: 100))
    #expect(stream.recent(10).map(\.count) == [100])
  }

  @Test func `a subscriber may ask for what came before it`() async {
    let stream = stream()
    for number in 0..<5 { stream.publish("\(number)") }
    let reader = stream.subscribe(backlog: 2)
    stream.finish()
    #expect(await all(reader) == ["3", "4"])
  }

  @Test func `a cancelled reader stops waiting`() async {
    let stream = stream()
    let reader = stream.subscribe()
    await withTaskGroup { group in
      group.addTask { #expect(await all(reader) == []) }
      group.cancelAll()
    }
  }

  @Test func `a reader that waits is woken by its own cancellation and by nothing lost`() async {
    for _ in 0..<200 {
      let stream = stream()
      let reader = stream.subscribe()
      await withTaskGroup { group in
        group.addTask { _ = await all(reader) }
        group.addTask { stream.publish("x") }
        await group.next()
        group.cancelAll()
      }
    }
  }
}
