import Model
import Testing

@testable import Exporter

@Suite
struct ConnectionTableTests {
  private var limits: ServerLimits {
    var limits = ServerLimits()
    limits.connections = 10
    return limits
  }

  private func table() -> ConnectionTable {
    ConnectionTable(limits: limits)
  }

  @Test func `headers that are not complete after ten seconds end the connection, whatever trickles in`() {
    var table = table()
    let (id, _) = table.opened(7, at: .seconds(100))
    table.receivedRequestLine(id, at: .seconds(109))
    #expect(table.overdue(at: .seconds(110)) == [])
    #expect(table.overdue(at: .seconds(110.1)) == [7])
    #expect(table.statistics.closings == ["headers_too_slow": 1])
  }

  @Test func `the requests of a handler begin at 0, and go on when it is expected again`() {
    var table = table()
    table.expect(["metrics"])
    #expect(table.statistics.requests == [.init(handler: "metrics", code: 200): 0])
    let (id, _) = table.opened(7, at: .seconds(0))
    table.begin(id, handler: "metrics", at: .seconds(1))
    table.beganSending(id, code: 200, at: .seconds(1))
    _ = table.completed(id, at: .seconds(2))
    table.expect(["metrics"])
    #expect(table.statistics.requests == [.init(handler: "metrics", code: 200): 1])
  }

  @Test func `a socket is shut down once`() {
    var table = table()
    _ = table.opened(7, at: .seconds(0))
    #expect(table.overdue(at: .seconds(11)) == [7])
    #expect(table.overdue(at: .seconds(12)) == [])
  }

  @Test
  func `a connection kept alive may rest for 75 seconds, and a new request line has ten for its headers`() {
    var table = table()
    let (id, _) = table.opened(7, at: .seconds(0))
    table.begin(id, handler: "/", at: .seconds(1))
    table.beganSending(id, code: 200, at: .seconds(1))
    _ = table.completed(id, at: .seconds(2))
    #expect(table.overdue(at: .seconds(77)) == [])
    table.receivedRequestLine(id, at: .seconds(77))
    #expect(table.overdue(at: .seconds(87)) == [])
    #expect(table.overdue(at: .seconds(88)) == [7])
  }

  @Test func `an idle connection ends after 75 seconds`() {
    var table = table()
    let (id, _) = table.opened(7, at: .seconds(0))
    table.begin(id, handler: "/", at: .seconds(0))
    _ = table.completed(id, at: .seconds(0))
    #expect(table.overdue(at: .seconds(76)) == [7])
    #expect(table.statistics.closings == ["idle": 1])
  }

  @Test func `a reader has sixty seconds, and an answer in the making all the time it needs`() {
    var table = table()
    let (id, _) = table.opened(7, at: .seconds(0))
    table.begin(id, handler: "/", at: .seconds(0))
    #expect(table.overdue(at: .seconds(500)) == [])
    table.beganSending(id, code: 200, at: .seconds(500))
    #expect(table.overdue(at: .seconds(560)) == [])
    #expect(table.overdue(at: .seconds(561)) == [7])
    #expect(table.statistics.closings == ["reading_too_slow": 1])
  }

  @Test func `at ninety percent the oldest connection that nobody serves makes room`() {
    var table = table()
    let (served, _) = table.opened(100, at: .seconds(0))
    table.begin(served, handler: "/", at: .seconds(0))
    for number in 1...8 {
      #expect(table.opened(100 + CInt(number), at: .seconds(number)).evicted == nil)
    }
    #expect(table.opened(200, at: .seconds(9)).evicted == 101)
    #expect(table.opened(201, at: .seconds(9)).evicted == 102)
    #expect(table.statistics.closings == ["crowded": 2])
    #expect(table.statistics.openConnections == 11)
  }

  @Test func `nobody makes room when everybody is being served`() {
    var table = table()
    for number in 0..<9 {
      let (id, _) = table.opened(CInt(number), at: .seconds(0))
      table.begin(id, handler: "/", at: .seconds(0))
    }
    #expect(table.opened(9, at: .seconds(1)).evicted == nil)
  }

  @Test func `a route's limit counts requests until their last byte is out`() {
    var table = table()
    let ids = (0..<3).map { table.opened($0, at: .seconds(0)).0 }
    for id in ids { table.begin(id, handler: "/metrics", at: .seconds(0)) }
    #expect(table.admit(ids[0], limit: 2, at: .seconds(0)) == .admitted)
    #expect(table.admit(ids[1], limit: 2, at: .seconds(0)) == .admitted)
    #expect(table.admit(ids[2], limit: 2, at: .seconds(0)) == .refused)
    table.beganSending(ids[0], code: 200, at: .seconds(0))
    #expect(table.admit(ids[2], limit: 2, at: .seconds(0)) == .refused)
    _ = table.completed(ids[0], at: .seconds(0))
    #expect(table.admit(ids[2], limit: 2, at: .seconds(0)) == .admitted)
  }

  @Test func `a route that has reached its limit gives the slowest reader's place away after ten seconds`() {
    var table = table()
    let ids = (0..<3).map { table.opened(40 + $0, at: .seconds(0)).0 }
    for (number, id) in ids.prefix(2).enumerated() {
      table.begin(id, handler: "/metrics", at: .seconds(number))
      _ = table.admit(id, limit: 2, at: .seconds(number))
      table.beganSending(id, code: 200, at: .seconds(number))
    }
    table.begin(ids[2], handler: "/metrics", at: .seconds(10))
    #expect(table.admit(ids[2], limit: 2, at: .seconds(10)) == .refused)
    #expect(table.admit(ids[2], limit: 2, at: .seconds(12)) == .admittedInsteadOf(40))
  }

  @Test func `another route is not touched by a limit`() {
    var table = table()
    let ids = (0..<2).map { table.opened($0, at: .seconds(0)).0 }
    table.begin(ids[0], handler: "/metrics", at: .seconds(0))
    _ = table.admit(ids[0], limit: 1, at: .seconds(0))
    table.begin(ids[1], handler: "/", at: .seconds(0))
    #expect(table.admit(ids[1], limit: 1, at: .seconds(0)) == .admitted)
  }

  @Test func `a request is recorded with its code and the time from its headers to its last byte`() {
    var table = table()
    let (id, _) = table.opened(7, at: .seconds(0))
    table.begin(id, handler: "/metrics", at: .seconds(3))
    table.beganSending(id, code: 200, at: .seconds(4))
    _ = table.completed(id, at: .seconds(5))
    #expect(table.statistics.requests == [.init(handler: "/metrics", code: 200): 1])
    #expect(table.statistics.durations["/metrics"]?.sum == 2)
  }

  @Test func `draining ends idle connections at once and the others when their response is out`() {
    var table = table()
    _ = table.opened(1, at: .seconds(0))
    let (served, _) = table.opened(2, at: .seconds(0))
    table.begin(served, handler: "/", at: .seconds(0))
    #expect(table.drain() == [1])
    #expect(!table.isDrained)
    table.beganSending(served, code: 200, at: .seconds(0))
    #expect(table.completed(served, at: .seconds(0)) == 2)
    #expect(table.isDrained)
  }
}
