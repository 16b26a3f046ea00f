import Exporter
import Model
import Testing

@Suite
struct WatcherVerdictTests {
  private let now = Moment(wall: Timestamp(seconds: 1_000), uptime: .seconds(1_000))

  private func collector(_ state: CollectorStatus.State, readAgo age: Int? = nil) -> CollectorStatus {
    CollectorStatus(
      name: "a", watches: "b", state: state, interval: .seconds(10),
      lastSuccess: age.map { Moment(wall: Timestamp(seconds: 1_000), uptime: .seconds(1_000 - $0)) })
  }

  @Test func `nobody watching anything is idle, also when everything is off`() {
    #expect(WatcherVerdict([], at: now) == .idle)
    #expect(WatcherVerdict([collector(.off("no reason"))], at: now) == .idle)
  }

  @Test func `fresh readings are well`() {
    #expect(
      WatcherVerdict([collector(.watching, readAgo: 30), collector(.off(""))], at: now) == .watching(1))
  }

  @Test func `a failure or an old reading is trouble, and outweighs a start`() {
    let all = [
      collector(.failing("x"), readAgo: 5), collector(.watching, readAgo: 31), collector(.starting),
      collector(.watching, readAgo: 1),
    ]
    #expect(WatcherVerdict(all, at: now) == .troubled(2, of: 4))
  }

  @Test func `a first reading that is not finished is a start`() {
    #expect(
      WatcherVerdict([collector(.starting), collector(.watching, readAgo: 1)], at: now)
        == .starting(waiting: 1, of: 2))
  }
}
