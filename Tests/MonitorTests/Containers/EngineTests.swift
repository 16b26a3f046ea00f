import Testing
import Transport

@testable import Monitor

@Suite struct EngineTests {
  @Test(arguments: [
    ("1.41", nil, "1.41"), ("1.24", "1.12", "1.24"), ("1.52", "1.44", "1.51"), ("1.70", nil, "1.51"),
    ("1.70", "1.60", "1.60"), ("2.0", "2.0", "2.0"),
  ])
  func `the version is one that both speak`(newest: String, oldest: String?, expected: String) throws {
    let newest = try #require(EngineVersion(newest))
    #expect("\(EngineVersion.spoken(oldest: oldest.flatMap(EngineVersion.init), newest: newest))" == expected)
  }

  @Test(arguments: ["", "1", "1.", ".41", "1.41.0", "a.b", "-1.2", "99999999999999999999.1"])
  func `what is no version is none`(text: String) {
    #expect(EngineVersion(text) == nil)
  }

  @Test func `who may not use the socket is told what to do`() throws {
    let error = EngineError(
      TransportError(.notPermitted, attempt: "GET /_ping", address: "unix:/d.sock", reason: "denied"))
    let advice = try #require(ContainerCollector.advice(for: error, user: 0))
    for word in ["unix:/d.sock", "'root'", "'docker'", "collectors.containers.address"] {
      #expect(advice.contains(word), "\(word) in: \(advice)")
    }
    #expect(error.reason == .refused)
  }

  @Test func `users are found by their number`() {
    let users = Array("root:x:0:0::/root:/bin/sh\nbad\nbw:x:107:113:,,,:/var:/bin/false\n".utf8)
    #expect(UserName.find(107, in: users) == "bw")
    #expect(UserName.find(0, in: users) == "root")
    #expect(UserName.find(113, in: users) == nil)
    #expect(UserName.describe(3_999_999_999) == "with the number 3999999999")
  }
}
