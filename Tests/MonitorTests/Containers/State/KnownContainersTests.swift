import Model
import Patterns
import Testing

@testable import Monitor

@Suite struct KnownContainersTests {
  private let now = Moment(wall: Timestamp(seconds: 100), uptime: .seconds(100))
  private var known = KnownContainers(filter: ContainerFilter())

  private func listed(_ id: String, _ state: ContainerState = .running, name: String? = nil)
    -> ListedContainer
  {
    ListedContainer(id: id, name: name ?? id, image: "bb:1", state: state, created: 1)
  }

  private func inspected(_ id: String, _ state: ContainerState = .running, name: String? = nil)
    -> InspectedContainer
  {
    var container = InspectedContainer()
    container.reading = ContainerReading(id: id, name: name ?? id)
    container.reading.state = state
    container.reading.created = Timestamp(seconds: 1)
    container.reading.startedAt = Timestamp(seconds: 2)
    return container
  }

  private func event(_ id: String, _ action: ContainerAction, at time: Int64, name: String? = nil)
    -> ContainerEvent
  {
    ContainerEvent(id: id, action: action, time: time, attributes: ["name": name ?? id, "image": "bb:1"])
  }

  private var names: [String] {
    known.readings(at: now, staleAfter: .seconds(30)).map(\.name)
  }

  @Test mutating func `a list makes unknown and changed ones due, and nothing else`() {
    known.take(inspected("a"), now: now)
    known.take(inspected("b"), now: now)
    known.reconcile(
      with: [listed("a"), listed("b", .paused), listed("c")], arrivals: known.arrivals, inspectsAll: false)
    #expect(known.takeDue() == ["b", "c"])
    #expect(known.due.isEmpty)
    known.reconcile(with: [listed("a")], arrivals: known.arrivals, inspectsAll: true)
    #expect(known.takeDue() == ["a"])
  }

  @Test mutating func `who is not listed is gone, unless it came after the question`() {
    known.take(inspected("old"), now: now)
    let arrivals = known.arrivals
    known.take(inspected("new"), now: now)
    known.reconcile(with: [], arrivals: arrivals, inspectsAll: false)
    #expect(names == ["new"])
  }

  @Test mutating func `an event makes its container due once`() {
    #expect(known.take(event("a", .start, at: 1)) == true)
    #expect(known.take(event("a", .start, at: 1)) == false, "told twice")
    #expect(known.takeDue() == ["a"])
    #expect(known.eventCounts[.start] == 1)
    #expect(known.eventCounts[.die] == 0)
    #expect(known.newestEvent == 1)
  }

  @Test mutating func `what is destroyed is gone`() {
    known.take(inspected("a"), now: now)
    #expect(known.take(event("a", .destroy, at: 5)) == true)
    #expect(names.isEmpty)
    #expect(known.due.isEmpty)
  }

  @Test mutating func `events of memory that ran out are counted with their container`() {
    known.take(inspected("a"), now: now)
    #expect(known.take(event("a", .oom, at: 5_000_000_000)) == true)
    #expect(known.take(event("a", .oom, at: 6_000_000_000)) == true)
    #expect(known.readings(at: now, staleAfter: .seconds(30)).map(\.oomKills) == [2])
  }

  @Test func `a container renamed out of the patterns is not watched any more, and into them it is`() throws {
    var known = KnownContainers(
      filter: ContainerFilter(names: NameFilter(include: [try NamePattern("broker-.*")])))
    #expect(known.take(event("a", .start, at: 1, name: "web")) == false)
    #expect(known.eventCounts[.start] == 0)
    #expect(known.take(event("a", .rename, at: 2, name: "broker-1")) == true)
    known.take(inspected("a", name: "broker-1"), now: now)
    #expect(known.take(event("a", .rename, at: 3, name: "web")) == true)
    #expect(known.all.isEmpty)
  }

  @Test mutating func `of two with one name the newer one has it`() {
    known.take(inspected("a", name: "x"), now: now)
    var newer = inspected("b", name: "x")
    newer.reading.created = Timestamp(seconds: 50)
    known.take(newer, now: now)
    #expect(known.readings(at: now, staleAfter: .seconds(30)).map(\.id) == ["b"])
  }

  @Test mutating func `the longest unread are measured first`() {
    for id in ["a", "b", "c"] { known.take(inspected(id), now: now) }
    known.take(inspected("d", .exited), now: now)
    known.take(usage(total: 1), of: "a", now: Moment(wall: now.wall, uptime: .seconds(60)))
    known.take(usage(total: 1), of: "b", now: Moment(wall: now.wall, uptime: .seconds(50)))
    #expect(known.running == ["c", "b", "a"])
  }

  private func usage(total: UInt64) -> UsageReply {
    var reply = UsageReply()
    reply.cpu = CPUTimes(total: total, user: total, system: 0)
    reply.usage.memory = 7
    return reply
  }

  @Test mutating func `times that fell are those of another run`() {
    known.take(inspected("a"), now: now)
    known.take(usage(total: 100), of: "a", now: now)
    #expect(known.due.isEmpty)
    known.take(usage(total: 5), of: "a", now: now)
    #expect(known.takeDue() == ["a"])
  }

  @Test mutating func `usage that is too old or of an earlier run is not shown`() {
    known.take(inspected("a"), now: now)
    known.take(usage(total: 100), of: "a", now: now)
    func memory(at uptime: Int64) -> [UInt64?] {
      known.readings(at: Moment(wall: now.wall, uptime: .seconds(uptime)), staleAfter: .seconds(30)).map {
        $0.usage?.memory
      }
    }
    #expect(memory(at: 129) == [7])
    #expect(memory(at: 130) == [nil])
    known.take(inspected("a", .exited), now: now)
    #expect(memory(at: 101) == [nil])
  }

  @Test mutating func `there is a limit, and running and newer ones come first`() {
    var many = (0..<KnownContainers.largest).map { listed("\($0)", .exited) }
    many.append(listed("runs"))
    var newest = listed("newest", .exited)
    newest.created = 99
    many.append(newest)
    known.reconcile(with: many, arrivals: 0, inspectsAll: false)
    #expect(known.leftOut == 2)
    #expect(known.due.count == KnownContainers.largest)
    #expect(known.due.isSuperset(of: ["runs", "newest"]))
  }
}
