import Model
import TestSupport
import Testing

@testable import Monitor

@Suite struct ContainerEventTests {
  private func parse(_ text: String) -> ContainerEvent? {
    ContainerEvent.parse(Array(text.utf8))
  }

  @Test func `as Docker 20.10 tells it`() throws {
    let event = try #require(
      parse(
        #"""
        {"status":"die","id":"f94f","from":"bb:1","Type":"container","Action":"die","Actor":{"ID":"f94f",
        "Attributes":{"exitCode":"137","image":"bb:1","name":"oom"}},"scope":"local","time":1795268636,"timeNano":1795268636018726104}
        """#))
    #expect(event.id == "f94f")
    #expect(event.action == .die)
    #expect(event.time == 1_795_268_636_018_726_104)
    #expect(event.name == "oom")
    #expect(event.image == "bb:1")
  }

  /// Version 1.52 of the API left out `status`, `id` and `from`.
  @Test func `without the fields of old`() throws {
    let event = try #require(
      parse(
        #"{"Type":"container","Action":"health_status: unhealthy","Actor":{"ID":"a","Attributes":null},"time":7}"#
      ))
    #expect(event.action == .healthStatus)
    #expect(event.time == 7_000_000_000)
    #expect(event.name.isEmpty)
  }

  @Test(arguments: [
    ("died", ContainerAction.die), ("remove", .destroy), ("oom", .oom), ("unpause", .unpause),
  ])
  func `words of one engine or another`(word: String, expected: ContainerAction) {
    #expect(ContainerAction(engineWord: word) == expected)
  }

  @Test(arguments: [
    #"{"Type":"network","Action":"connect","Actor":{"ID":"a"}}"#, #"{"Type":"container","Action":"start"}"#,
    #"{"Type":"container","Action":"exec_die","Actor":{"ID":"a"}}"#,
    #"{"Type":"container","Action":"exec_start: /bin/sh -c x","Actor":{"ID":"a"}}"#,
    #"{"Type":"container","Action":"start","Actor":{"ID":"a"}"#, "{}", "[]", "",
  ])
  func `what is no event of a container's life is nothing`(text: String) {
    #expect(parse(text) == nil)
  }
}
