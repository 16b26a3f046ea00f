import Model
import TestSupport
import Testing

@testable import Monitor

@Suite struct ListedContainerTests {
  private func parse(_ text: String) throws -> [ListedContainer] {
    try #require(ListedContainer.parse(Array(text.utf8)))
  }

  @Test func `a list`() throws {
    let list = try parse(
      #"""
      [{"Id":"f94f","Names":["/web/db","/db"],"Image":"bb:1","ImageID":"sha256:ce3e","Command":"sh","Created":1795268633,
      "Ports":[],"Labels":{"a":"b"},"State":"exited","Status":"Exited (137) 2 seconds ago","HostConfig":{"NetworkMode":"default"}},
      {"Id":"79d0","Names":["/x"],"State":"stopped"},{"Names":["/no-id"]},{"Id":"1","Names":null,"State":"odd"}]
      """#)
    #expect(list.map(\.id) == ["f94f", "79d0", "1"])
    #expect(list.map(\.name) == ["db", "x", ""])
    #expect(list.map(\.state) == [.exited, .exited, nil])
    #expect(list.first?.labels == ["a": "b"])
    #expect(list.first?.created == 1_795_268_633)
  }

  @Test func `an empty list and no list`() throws {
    #expect(try parse("[]").isEmpty)
    #expect(ListedContainer.parse(Array("[{".utf8)) == nil)
  }

  private var known: ContainerReading {
    var known = ContainerReading(id: "a", name: "db")
    known.state = .running
    known.health = .healthy
    known.created = Timestamp(nanoseconds: 5_999_999_999)
    return known
  }

  private var listed: ListedContainer {
    ListedContainer(id: "a", name: "db", state: .running, created: 5, status: "Up 4 seconds (healthy)")
  }

  @Test func `a list that says the same contradicts nothing`() {
    #expect(!listed.contradicts(known))
    var silent = listed
    silent.status = "Up 4 seconds"
    #expect(!silent.contradicts(known), "it does not speak of health")
  }

  @Test func `what differs is a reason to inspect`() {
    var others = [ListedContainer](repeating: listed, count: 6)
    others[0].state = .paused
    others[1].name = "other"
    others[2].created = 6
    others[3].status = "Up 4 seconds (unhealthy)"
    others[4].status = "Up 4 seconds (health: starting)"
    others[5].state = nil
    for other in others { #expect(other.contradicts(known), "\(other)") }
  }

  @Test func `another exit code is another end`() {
    var ended = known
    (ended.state, ended.health, ended.exitCode) = (.exited, nil, 3)
    var listed = listed
    (listed.state, listed.status) = (.exited, "Exited (3) 2 weeks ago")
    #expect(!listed.contradicts(ended))
    listed.status = "Exited (4) 1 second ago"
    #expect(listed.contradicts(ended))
  }
}
