import Settings
import Testing

@testable import brokerwatch

@Suite struct ClusterMistakeTests {
  @Test(
    arguments: [
      ("{bootstrp: ['a:1']}", "1:13: unknown key 'bootstrp' in clusters[0]; did you mean 'bootstrap'?"),
      ("{bootstrap: []}", "1:24: clusters[0].bootstrap must name at least one broker, found a list"),
      ("{bootstrap: 'a:1'}", "1:24: expected a list for clusters[0].bootstrap, found 'a:1'"),
      (
        "{bootstrap: [kafka]}",
        "1:25: expected an address like kafka-1:9092 for clusters[0].bootstrap[0], found 'kafka'; it needs a colon and a port"
      ),
      (
        "{bootstrap: ['a:1', 'b:0']}",
        "1:32: expected an address like kafka-1:9092 for clusters[0].bootstrap[1], found 'b:0'; a port is a number from 1 to 65535"
      ),
      (
        "{bootstrap: ['::1:9092']}",
        "1:25: expected an address like kafka-1:9092 for clusters[0].bootstrap[0], found '::1:9092'; an IPv6 address stands in brackets: [::1]:9092"
      ),
      (
        "{bootstrap: ['SASL_SSL://a:1']}",
        "1:25: expected an address like kafka-1:9092 for clusters[0].bootstrap[0], found 'SASL_SSL://a:1'; write the host and the port only; 'tls' and 'sasl' say how to talk to it"
      ),
      (
        "{bootstrap: ['a:1,b:1']}",
        "1:25: expected an address like kafka-1:9092 for clusters[0].bootstrap[0], found 'a:1,b:1'; give every address as an element of its own"
      ),
      (
        "{bootstrap: ['a b:1']}",
        "1:25: expected an address like kafka-1:9092 for clusters[0].bootstrap[0], found 'a b:1'; a host has letters, digits, '.', '-' and '_' only"
      ),
      ("{name: ''}", "1:19: clusters[0].name must not be empty, found ''"),
      (
        "{scope: brokers}",
        "1:20: expected broker or cluster for clusters[0].scope, found 'brokers'; did you mean 'broker'?"
      ),
      ("{interval: 500ms}", "1:23: clusters[0].interval must be between 1s and 1h, found '500ms'"),
      ("{stale_after: 5s}", "1:26: clusters[0].stale_after must not be shorter than interval"),
      ("{request_timeout: 11s}", "1:30: clusters[0].request_timeout must be between 50ms and interval"),
      ("{expected_brokers: 0}", "1:31: clusters[0].expected_brokers must be between 1 and 10000, found '0'"),
      (
        "{granularity: partitions}",
        "1:26: expected partition, lags, topic or auto for clusters[0].granularity, found 'partitions'; did you mean 'partition'?"
      ),
      (
        "{topics: {include: ['orders(']}}",
        "1:32: expected a regular expression for clusters[0].topics.include[0], found 'orders('; missing closing parenthesis, at its character 8"
      ),
      (
        "{canary: {topic: 'a b'}}",
        "1:29: clusters[0].canary.topic must be a topic's name: 1 to 249 letters, digits, '.', '_' and '-', found 'a b'"
      ),
    ])
  func `a mistake of a cluster is told at its place`(cluster: String, problem: String) {
    expectProblem("clusters: [\(cluster)]", problem)
  }

  @Test(
    arguments: [
      ("tls: {cert_file: a}", "1:18: clusters[0].tls.key_file must be given together with cert_file"),
      ("tls: {key_file: a}", "1:29: clusters[0].tls.key_file must be given together with cert_file"),
      (
        "tls: {minimum_version: 1.1}",
        "1:36: expected 1.2 or 1.3 for clusters[0].tls.minimum_version, found '1.1'; did you mean '1.2'?"
      ),
      ("sasl: {username: a, password: b}", "1:19: the key 'mechanism' is missing in clusters[0].sasl"),
      (
        "sasl: {mechanism: scram-sha-256}",
        "1:31: expected PLAIN, SCRAM-SHA-256, SCRAM-SHA-512, OAUTHBEARER or AWS_MSK_IAM for clusters[0].sasl.mechanism, found 'scram-sha-256'; did you mean 'SCRAM-SHA-256'?"
      ),
      (
        "sasl: {mechanism: PLAIN, password: b}",
        "1:19: clusters[0].sasl.username must be given for PLAIN and SCRAM"
      ),
      (
        "sasl: {mechanism: PLAIN, username: b}",
        "1:19: clusters[0].sasl.password must be given for PLAIN and SCRAM, or password_file"
      ),
      (
        "sasl: {mechanism: PLAIN, username: b, password: c, password_file: d}",
        "1:64: 'password' and 'password_file' exclude each other in clusters[0].sasl; keep one of them"
      ),
      (
        "sasl: {mechanism: PLAIN, username: b, password_file: d}",
        "1:66: the file 'd' of clusters[0].sasl.password_file does not exist"
      ),
      (
        "sasl: {mechanism: PLAIN, username: b, password: c, aws: {region: r}}",
        "1:69: clusters[0].sasl.aws must be left out for every mechanism but AWS_MSK_IAM"
      ),
      (
        "sasl: {mechanism: OAUTHBEARER}",
        "1:19: clusters[0].sasl.oauth must be given for OAUTHBEARER, and for nothing else"
      ),
      (
        "sasl: {mechanism: OAUTHBEARER, username: u, oauth: {token_file: t}}",
        "1:54: clusters[0].sasl.username must be left out for OAUTHBEARER and AWS_MSK_IAM"
      ),
      (
        "sasl: {mechanism: OAUTHBEARER, oauth: {client_id: a, client_secret: b}}",
        "1:51: clusters[0].sasl.oauth.token_url must be given, or token_file, and not both"
      ),
      (
        "sasl: {mechanism: OAUTHBEARER, oauth: {token_url: 'https://a', client_id: a}}",
        "1:51: clusters[0].sasl.oauth.client_secret must be given together with token_url, or client_secret_file"
      ),
      (
        "sasl: {mechanism: OAUTHBEARER, oauth: {token_url: 'a/token', client_id: a, client_secret: b}}",
        "1:63: clusters[0].sasl.oauth.token_url must begin with https:// or http://, found 'a/token'"
      ),
      (
        "sasl: {mechanism: OAUTHBEARER, oauth: {token_file: t, client_id: a}}",
        "1:78: clusters[0].sasl.oauth.client_id must be left out beside token_file"
      ),
      (
        "sasl: {mechanism: AWS_MSK_IAM, aws: {access_key_id: a}}",
        "1:49: clusters[0].sasl.aws.secret_access_key must be given together with access_key_id, or secret_access_key_file"
      ),
    ])
  func `a mistake of how to connect is told at its place`(part: String, problem: String) {
    expectProblem("clusters: [{\(part)}]", problem)
  }

  @Test func `no two clusters may have one name, and no two nameless ones one address`() {
    expectProblem(
      "clusters:\n  - name: a\n  - name: b\n  - bootstrap: ['h:1']\n    name: a\n",
      "5:11: clusters[2].name must differ from those before it, found 'a'")
    expectProblem(
      "clusters: [{bootstrap: ['h:1']}, {bootstrap: ['h:1']}]",
      "1:46: clusters[1].bootstrap must differ from those before it, found 'h:1'")
    expectProblem(
      "clusters: [{}, {}]",
      "1:16: clusters[1].bootstrap must differ from those before it, found '127.0.0.1:9092'")
  }

  private func expectProblem(_ text: String, _ problem: String) {
    let error = #expect(throws: SettingsError.self) { try configuration(text) }
    #expect(error?.description == "brokerwatch.yaml:\(problem)")
  }
}
