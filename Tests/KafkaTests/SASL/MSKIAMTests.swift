import FoundationEssentials
import Model
import TestSupport
import Testing

@testable import Kafka

@Suite(.timeLimit(.minutes(2))) struct MSKIAMTests {
  private let host = "b-3.unit-test.abcdef.c2.kafka.us-west-2.amazonaws.com"

  private func payload(
    _ keys: AWSKeySource, region: String? = nil, host: String
  ) async throws -> [String: String] {
    let time = ManualTime(Moment(wall: Timestamp(seconds: 1_440_938_160), uptime: .seconds(1)))
    var client = try await MSKIAMCredentials(keys, region: region, time: time).client(for: host)
    let bytes = try client.start()
    #expect(try client.answer(Array(#"{"version":"2020_10_22","request-id":"x"}"#.utf8)) == nil)
    return try JSONDecoder().decode([String: String].self, from: Data(bytes))
  }

  @Test func `a broker gets all that it wants to know`() async throws {
    var payload = try await payload(.fixed(AWSAccessKey(id: "AKID", secret: "s")), host: host)
    #expect(payload.removeValue(forKey: "x-amz-signature")?.count == 64)
    #expect(
      payload == [
        "version": "2020_10_22", "host": host, "user-agent": "brokerwatch", "action": "kafka-cluster:Connect",
        "x-amz-algorithm": "AWS4-HMAC-SHA256",
        "x-amz-credential": "AKID/20150830/us-west-2/kafka-cluster/aws4_request",
        "x-amz-date": "20150830T123600Z", "x-amz-signedheaders": "host", "x-amz-expires": "900",
      ])
  }

  @Test(.enabled(if: PeerScript.isRunnable, "python3 or openssl is not installed"))
  func `the signature is the one that somebody else computes`() async throws {
    var random = SeededGenerator(seed: 4)
    let letters = Array("abcXYZ0189/+=&%? \"\\é,ሴ~*'!()")
    func text() -> String { String((0..<20).map { _ in letters.randomElement(using: &random) ?? "x" }) }
    var lines: [String] = []
    var signatures: [String] = []
    for number in 0..<50 {
      let key = AWSAccessKey(
        id: text().filter { $0 != "/" }, secret: text(), sessionToken: number.isMultiple(of: 2) ? text() : nil
      )
      let payload = try await payload(.fixed(key), region: "eu-central-\(number)", host: host)
      signatures.append(payload["x-amz-signature"] ?? "")
      let pairs = payload.map { "\(JSONValue.quoted($0)):\(JSONValue.quoted($1))" }.joined(separator: ",")
      lines.append("{\"payload\":{\(pairs)},\"secret\":\(JSONValue.quoted(key.secret))}")
    }
    let peer = try ChildProcess(
      PeerScript.python, ["-I", "-S", PeerScript.path("sigv4_peer.py", of: "KafkaTests")])
    peer.write(lines.joined(separator: "\n") + "\n")
    peer.closeInput()
    let computed = try await peer.standardOutput.text().split(separator: "\n").map(String.init)
    #expect(computed == signatures)
  }

  @Test(arguments: [
    ("b-1.demo.abc.c2.kafka.us-east-1.amazonaws.com", "us-east-1"),
    ("b-1.kafka.abc.c2.kafka.eu-central-1.amazonaws.com", "eu-central-1"),
    ("boot-abc.c1.kafka-serverless.ap-south-1.amazonaws.com", "ap-south-1"),
    ("b-1-public.demo.abc.c2.kafka.cn-north-1.amazonaws.com.cn", "cn-north-1"),
    ("kafka-1.example.com", nil), ("127.0.0.1", nil), ("kafka.amazonaws.com", nil), ("", nil),
    ("b.s3.us-east-1.amazonaws.com", nil),
  ])
  func `a broker's name tells its region`(host: String, region: String?) {
    #expect(AWSRegion.region(ofBroker: host) == region)
  }

  @Test func `a region that nobody tells is a clear error, and the environment may tell it`() async throws {
    let key = AWSAccessKey(id: "AKID", secret: "s")
    await #expect(
      throws: SASLError.unusableCredential(
        "the name broker-1 does not tell which AWS region to sign for, so it must be configured")
    ) { try await payload(.fixed(key), host: "broker-1") }
    let variables = [
      "AWS_ACCESS_KEY_ID": "A", "AWS_SECRET_ACCESS_KEY": "s", "AWS_DEFAULT_REGION": "sa-east-1",
    ]
    let sent = try await payload(.environment { variables[$0] }, host: "broker-1")
    #expect(sent["x-amz-credential"] == "A/20150830/sa-east-1/kafka-cluster/aws4_request")
  }

  @Test func `the environment's key comes first, then the shared file's profile`() throws {
    let directory = try TemporaryDirectory()
    let text = """
      # a comment
      [default]
      aws_access_key_id = FIRST
      aws_secret_access_key=one=1

      [ other ]
      ; another
      AWS_ACCESS_KEY_ID=SECOND\r
      aws_secret_access_key = two/2+\r
      aws_session_token = token==
      region = us-east-1
      [empty]
      aws_access_key_id =
      aws_secret_access_key = x
      """
    let file = try directory.write(Array(text.utf8), to: "credentials")
    var variables = ["AWS_SHARED_CREDENTIALS_FILE": file]
    func key() throws -> AWSAccessKey {
      let now = variables
      return try AWSKeySource.environment { now[$0] }.key()
    }
    #expect(try key() == AWSAccessKey(id: "FIRST", secret: "one=1"))
    variables["AWS_PROFILE"] = "other"
    #expect(try key() == AWSAccessKey(id: "SECOND", secret: "two/2+", sessionToken: "token=="))
    variables["AWS_PROFILE"] = "empty"
    #expect(throws: SASLError.self) { try key() }
    variables["AWS_ACCESS_KEY_ID"] = "THIRD"
    variables["AWS_SECRET_ACCESS_KEY"] = "three"
    #expect(try key() == AWSAccessKey(id: "THIRD", secret: "three"))
  }

  @Test func `a file that has no key is a clear error`() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("credentials")
    let advice =
      "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, name a credentials file, or configure the key."
    #expect(
      throws: SASLError.unavailable(
        "there is no AWS access key: cannot read \(path): No such file or directory", advice: advice)
    ) { try AWSKeySource.file(path: path, profile: "default").key() }
    _ = try directory.write(Array("[default]\n".utf8), to: "credentials")
    #expect(
      throws: SASLError.unavailable(
        "\(path) has no aws_access_key_id and aws_secret_access_key under [default]", advice: advice)
    ) { try AWSKeySource.file(path: path, profile: "default").key() }
    #expect(throws: SASLError.unavailable("there is no AWS access key in the environment", advice: advice)) {
      try AWSKeySource.environment { _ in nil }.key()
    }
  }

  @Test func `a secret is not printed`() {
    let key = AWSAccessKey(id: "AKID", secret: "hidden", sessionToken: "hidden too")
    #expect(!"\(key) \(String(reflecting: key)) \([key]) \(AWSKeySource.fixed(key))".contains("hidden"))
  }
}
