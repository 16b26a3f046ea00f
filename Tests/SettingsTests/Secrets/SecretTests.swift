import FoundationEssentials
import Testing

@testable import Settings

@Suite struct SecretTests {
  @Test func `no way of printing a secret shows it`() throws {
    let secret = Secret("hunter2", file: "token")
    let cluster = SampleCluster(name: "a", bootstrap: ["b"], password: secret)
    var dumped = ""
    dump(cluster, to: &dumped)
    let json = String(decoding: try JSONEncoder().encode([secret]), as: UTF8.self)
    let mirrored = Mirror(reflecting: secret).children.map { "\($0)" }.joined()
    let texts = [
      "\(secret)", String(reflecting: secret), String(describing: cluster), String(reflecting: [secret]),
      dumped, json,
      mirrored, cluster.yaml,
    ]
    #expect(texts.filter { $0.contains("hunter2") } == [])
    #expect(json == "[\"<secret>\"]")
  }

  @Test(
    arguments: [
      ("reload_token: s3cret", "s3cret", nil), ("reload_token: 0123", "0123", nil),
      ("reload_token: ${PASSWORD}", "hunter2", nil), ("reload_token_file: token", "s3cret", "token"),
      ("reload_token_file: crlf", "s3cret", "crlf"),
      ("reload_token_file: /etc/bw/token", "s3cret", "/etc/bw/token"),
    ] as [(String, String, String?)])
  func `a secret stands in the settings or in a file beside them`(text: String, value: String, file: String?)
    throws
  {
    let loaded = try Sample.load("web:\n  \(text)\n")
    #expect(loaded.value.web.reloadToken?.revealed == value)
    #expect(loaded.value.web.reloadToken?.file == file)
    #expect(loaded.warnings == [])
  }

  @Test(arguments: ["reload_token:", "reload_token: ${EMPTY}", "reload_token_file: ~"])
  func `an absent secret is none`(text: String) throws {
    #expect(try Sample.load("web:\n  \(text)\n").value.web.reloadToken == nil)
  }

  @Test func `a secret file that everybody can read gives a warning with its place`() throws {
    let loaded = try Sample.load("web:\n  reload_token_file: /run/open\n")
    #expect(
      loaded.warnings.map { $0.text(file: "f") } == [
        "f:2:22: every user can read the secret file '/run/open' of web.reload_token_file; run chmod o-r on it"
      ])
  }
}
