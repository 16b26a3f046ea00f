import Model
import Systemd
import Testing

@testable import Monitor

@Suite final class UnitLedgerTests {
  private var ledger = UnitLedger()

  private func unit(
    _ name: String, _ state: String = "active", sub: String = "running", load: String = "loaded"
  ) -> ListedUnit {
    ListedUnit(name: name, loadState: load, activeState: state, subState: sub, path: "/unit/\(name)")
  }

  private func list(
    _ units: [ListedUnit], exact: Set<String> = [], at seconds: Int64 = 0
  ) -> [String] {
    ledger.update(units, exact: exact, at: .seconds(seconds))
  }

  private func names(at seconds: Int64 = 0) -> [String] {
    section(at: seconds).units.map(\.name)
  }

  private func section(at seconds: Int64 = 0) -> UnitsSection {
    ledger.section(at: .seconds(seconds), forgetAfter: .seconds(100))
  }

  /// Reads everything that is asked for, as a service with a cgroup.
  private func answer(restarts: UInt64 = 0) -> [UnitQuestion] {
    let questions = ledger.takeQuestions()
    for question in questions {
      ledger.apply(
        special: UnitProperties([.controlGroup: .string("/a"), .restarts: .unsigned(restarts)]),
        to: question.name)
    }
    return questions
  }

  @Test func `a unit is read whole at first, and then only for what changes silently`() {
    _ = list([unit("a.service"), unit("b.target")])
    #expect(answer().map(\.isEverything) == [true, true])
    _ = list([unit("a.service"), unit("b.target")])
    // A target has no cgroup.
    #expect(
      ledger.takeQuestions() == [
        UnitQuestion(
          name: "a.service", path: "/unit/a.service", interface: "org.freedesktop.systemd1.Service",
          isEverything: false)
      ])
  }

  @Test func `a signal, another state, a job and a reload each make it be read whole`() {
    let causes: [(UnitLedgerTests) -> Void] = [
      { $0.ledger.note(.changed(path: "/unit/a.service", restarts: nil)) },
      { $0.ledger.note(.jobEnded(unit: "a.service")) },
      { $0.ledger.note(.reloaded) },
      { $0.ledger.note(.ownerChanged) },
      { _ = $0.list([$0.unit("a.service", "deactivating", sub: "stop-sigterm")]) },
      { _ = $0.list([$0.unit("a.service", sub: "reload")]) },
    ]
    for cause in causes {
      _ = list([unit("a.service")])
      _ = answer()
      #expect(ledger.takeQuestions().map(\.isEverything) == [false])
      cause(self)
      #expect(ledger.takeQuestions().map(\.isEverything) == [true])
    }
  }

  @Test func `signals about other units change nothing`() {
    _ = list([unit("a.service")])
    _ = answer()
    ledger.note(.changed(path: "/unit/other.service", restarts: 5))
    ledger.note(.jobEnded(unit: "other.service"))
    ledger.note(.unloaded(unit: "other.service"))
    #expect(ledger.takeQuestions().map(\.isEverything) == [false])
    #expect(!ledger.knows("/unit/other.service"))
  }

  @Test func `an instance of a template is forgotten when systemd lets go of it`() {
    _ = list([unit("broker@1.service"), unit("broker@2.service")])
    #expect(names() == ["broker@1.service", "broker@2.service"])
    #expect(list([unit("broker@2.service")]).isEmpty)
    #expect(names() == ["broker@2.service"])
    #expect(!ledger.knows("/unit/broker@1.service"))
  }

  @Test func `a unit with a name of its own is inactive when systemd lets go of it, for a time`() {
    let exact: Set = ["a.service"]
    _ = list([unit("a.service")], exact: exact)
    _ = answer(restarts: 2)
    #expect(list([], exact: exact, at: 10) == ["a.service"])
    ledger.settle([unit("a.service", "inactive", sub: "dead")], asked: ["a.service"], at: .seconds(10))
    let reading = section(at: 50).units.first
    #expect(reading?.state == .inactive)
    #expect(reading?.restarts == 2)
    #expect(reading?.controlGroup == nil)
    // It is asked for once, not with every tick.
    #expect(list([], exact: exact, at: 20).isEmpty)
    #expect(names(at: 100) == ["a.service"])
    #expect(names(at: 101).isEmpty)
    // Asked again after a reload, it does not come back from oblivion.
    ledger.note(.reloaded)
    #expect(list([], exact: exact, at: 102) == ["a.service"])
    ledger.settle([unit("a.service", "inactive", sub: "dead")], asked: ["a.service"], at: .seconds(102))
    #expect(names(at: 103).isEmpty)
    _ = list([unit("a.service")], exact: exact, at: 110)
    #expect(names(at: 110) == ["a.service"])
    #expect(ledger.takeQuestions().map(\.isEverything) == [true])
  }

  @Test func `a unit whose file is gone is not shown, unless it still runs or has failed`() {
    let exact: Set = ["a.service", "b.service", "c.service"]
    let listed = [
      unit("a.service", "inactive", load: "not-found"), unit("b.service", "failed", load: "not-found"),
      unit("c.service", "active", load: "not-found"),
    ]
    #expect(list(listed, exact: exact) == ["a.service"])
    ledger.settle(
      [unit("a.service", "inactive", load: "not-found")], asked: ["a.service"], at: .zero)
    #expect(names() == ["b.service", "c.service"])
  }

  @Test func `restarts never fall, whatever systemd's own number does`() {
    _ = list([unit("a.service")])
    _ = answer(restarts: 3)
    #expect(section().units.first?.restarts == 3)
    // Started by hand, systemd begins anew; the signals tell of each step.
    for restarts in [0, 1, 2, 3, 4] as [UInt64] {
      ledger.note(.changed(path: "/unit/a.service", restarts: restarts))
    }
    #expect(section().units.first?.restarts == 7)
    ledger.note(.unloaded(unit: "a.service"))
    _ = list([unit("a.service")])
    ledger.note(.changed(path: "/unit/a.service", restarts: 4))
    #expect(section().units.first?.restarts == 11)
    _ = answer(restarts: 4)
    #expect(section().units.first?.restarts == 11)
  }

  @Test func `what could not be read is said, and read whole the next time`() {
    _ = list([unit("a.service")])
    _ = answer()
    ledger.apply(special: UnitProperties([.memory: .unsigned(5)]), to: "a.service")
    ledger.fail("a.service", "refused")
    #expect(section().unread == ["a.service": "refused"])
    #expect(section().units.first?.resources.memoryBytes == nil)
    #expect(answer().map(\.isEverything) == [true])
    #expect(section().unread.isEmpty)
  }

  @Test func `too many units are counted instead of kept`() {
    _ = list((0..<UnitLedger.limit + 5).map { unit("a@\($0).service") })
    #expect(section().units.count == UnitLedger.limit)
    #expect(section().omitted == 5)
    _ = list([unit("a@1.service")])
    #expect(section().omitted == 0)
  }

  @Test func `a state that nobody knows yet is said to be another`() {
    _ = list([unit("a.service", "hibernating")])
    #expect(section().units.first?.state == .other)
  }
}
