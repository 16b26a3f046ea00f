import Glibc
import Model
import Systemd
import TestSupport
import Testing

@Suite(.enabled(if: PrivateBus.isUsable, "dbus-daemon is not installed"))
final class BusConnectionTests {
  private let loop: EventLoop

  init() throws {
    loop = try EventLoop(name: "test")
  }

  deinit {
    loop.stop()
  }

  @Test func `a bus answers, at a socket whose path needs escaping too`() async throws {
    for name in ["bus", "b=u,s %41é"] {
      let bus = try await PrivateBus(socketName: name)
      let connection = try await bus.connect(on: loop)
      let owner = try await connection.answer(
        to: PrivateBus.call("GetNameOwner", "org.freedesktop.DBus"), within: .seconds(10)
      ) { message throws(BusError) in
        try message.string()
      }
      #expect(owner == "org.freedesktop.DBus")
      #expect(await connection.isOpen)
      await connection.close()
    }
  }

  @Test func `many calls at once are answered in their order, each with its own answer`() async throws {
    let bus = try await PrivateBus()
    let connection = try await bus.connect(on: loop)
    let names = (0..<500).map { $0.isMultiple(of: 3) ? "org.freedesktop.DBus" : "no.such.name\($0)" }
    let answers = await connection.answers(
      to: names.map { PrivateBus.call("NameHasOwner", $0) }, within: .seconds(30)
    ) { message throws(BusError) in
      try message.boolean()
    }
    #expect(answers.map { try? $0.get() } == names.map { $0 == "org.freedesktop.DBus" })
    await connection.close()
  }

  @Test func `what a bus refuses or says otherwise than expected is an error of its own`() async throws {
    let bus = try await PrivateBus()
    let connection = try await bus.connect(on: loop)
    let calls = ["GetNameOwner", "GetId"].map { PrivateBus.call($0, "no.such.name") }
    let answers = await connection.answers(to: [calls[0]], within: .seconds(10)) { message throws(BusError) in
      try message.string()
    }
    #expect(kinds(of: answers) == [.refused(name: "org.freedesktop.DBus.Error.NameHasNoOwner")])
    let other = await connection.answers(to: [PrivateBus.call("GetId")], within: .seconds(10)) {
      message throws(BusError) in
      try message.boolean()
    }
    #expect(kinds(of: other) == [.malformed])
    let unaskable = BusCall(to: "org.freedesktop.DBus", path: "no path", interface: "a.b", member: "C")
    let never = await connection.answers(to: [unaskable, calls[0]], within: .seconds(10)) { _ in 0 }
    #expect(
      kinds(of: never) == [.invalid, .refused(name: "org.freedesktop.DBus.Error.NameHasNoOwner")])
    await connection.close()
  }

  @Test func `who does not answer is waited for once, whatever was asked`() async throws {
    let bus = try await PrivateBus()
    let connection = try await bus.connect(on: loop)
    _ = try await connection.answer(to: PrivateBus.call("GetId"), within: .seconds(10)) { _ in 0 }
    bus.daemon.signal(SIGSTOP)
    let calls = Array(repeating: PrivateBus.call("GetId"), count: 100)
    let started = ContinuousClock.now
    let answers = await connection.answers(to: calls, within: .milliseconds(200)) { _ in 0 }
    #expect(kinds(of: answers) == Array(repeating: .noReply, count: 100))
    // A hundred calls, of which 32 are under way at a time, would take four times as long.
    #expect(ContinuousClock.now - started < .milliseconds(20_000))
    bus.daemon.signal(SIGCONT)
    let back = await connection.answers(to: [calls[0]], within: .seconds(10)) { _ in 0 }
    #expect(kinds(of: back) == [nil])
    await connection.close()
  }

  @Test func `a bus that goes ends what was asked, and the connection stays ended`() async throws {
    let bus = try await PrivateBus()
    let connection = try await bus.connect(on: loop)
    _ = try await connection.answer(to: PrivateBus.call("GetId"), within: .seconds(10)) { _ in 0 }
    bus.daemon.signal(SIGSTOP)
    async let answers = connection.answers(to: [PrivateBus.call("GetId")], within: .seconds(60)) { _ in 0 }
    bus.daemon.signal(SIGKILL)
    let kind = kinds(of: await answers).first
    #expect(kind == .disconnected || kind == .noReply)
    try await eventually("the connection has ended") { await !connection.isOpen }
    let after = await connection.answers(to: [PrivateBus.call("GetId")], within: .seconds(60)) { _ in 0 }
    #expect(kinds(of: after) == [.disconnected])
    await #expect(throws: BusError.self) { try await connection.match("type='signal'") { _ in } }
  }

  @Test func `nobody at the address is an error with its number`() async throws {
    let nowhere = BusAddress.unix("\(try TemporaryDirectory().path)/nothing")
    let connection = try BusConnection(on: loop)
    let error = await #expect(throws: BusError.self) { try await connection.start(nowhere) }
    #expect(error?.kind == .unreachable(code: ENOENT))
    #expect(await !connection.isOpen)
  }

  @Test func `a cancelled task gets its error at once`() async throws {
    let bus = try await PrivateBus()
    let connection = try await bus.connect(on: loop)
    bus.daemon.signal(SIGSTOP)
    let kind = await withTaskGroup(of: BusError.Kind?.self) { group in
      group.addTask {
        let answers = await connection.answers(to: [PrivateBus.call("GetId")], within: .seconds(3600)) { _ in
          0
        }
        return kinds(of: answers).first ?? nil
      }
      group.cancelAll()
      return await group.next() ?? nil
    }
    #expect(kind == .cancelled)
    bus.daemon.signal(SIGCONT)
    await connection.close()
  }

  @Test func `signals come for as long as the connection lasts`() async throws {
    let bus = try await PrivateBus()
    let listener = try await bus.connect(on: loop)
    let heard = Locked<[String]>([])
    try await listener.match(
      "type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged'"
    ) { message in
      if let name = try? message.string() { heard.withLock { $0.append(name) } }
    }
    // Matches are answered in their turn: after this one, ours is in force.
    _ = try await listener.answer(to: PrivateBus.call("GetId"), within: .seconds(10)) { _ in 0 }
    let other = try await bus.connect(on: loop)
    _ = try await other.answer(to: PrivateBus.call("GetId"), within: .seconds(10)) { _ in 0 }
    try await eventually("a name appears") { !heard.withLock { $0.isEmpty } }
    #expect(heard.withLock { $0.allSatisfy { $0.hasPrefix(":1.") } })
    await other.close()
    await listener.close()
  }

  @Test func `a connection that nobody holds any more is closed`() async throws {
    let bus = try await PrivateBus()
    weak var forgotten: BusConnection?
    do {
      let connection = try await bus.connect(on: loop)
      _ = try await connection.answer(to: PrivateBus.call("GetId"), within: .seconds(10)) { _ in 0 }
      forgotten = connection
    }
    try await eventually("it is gone") { forgotten == nil }
  }
}

private func kinds<Value>(of answers: [Result<Value, BusError>]) -> [BusError.Kind?] {
  answers.map { answer in
    if case .failure(let error) = answer { error.kind } else { nil }
  }
}
