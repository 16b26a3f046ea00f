import TestSupport

/// How the broker is set up that all tests of connections share.
enum RealBrokerSettings {
  /// Of the sessions on its SASL listeners.
  static let sessionLifetime = Duration.seconds(60)
  /// Of those with PLAIN on one of them.
  static let shortSessionLifetime = Duration.seconds(5)

  /// A listener that takes unsigned tokens, sessions short enough to see their end, and a listener whose certificate has
  /// ended.
  static let lines: RealKafka.Settings = { certificates, port in
    let listener = { (name: String, offset: UInt16) in "\(name)://127.0.0.1:\(port + offset)" }
    let listeners = [
      listener("PLAINTEXT", 0), listener("CONTROLLER", 1), listener("SSL", 2), listener("SASL_SSL", 3),
      listener("SASL_PLAINTEXT", 4), listener("EXPIRED", 5),
    ]
    let protocols = ["PLAINTEXT", "SSL", "SASL_SSL", "SASL_PLAINTEXT"].map { "\($0):\($0)" }
    let module = "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule"
    return [
      "connections.max.reauth.ms=60000", "listeners=\(listeners.joined(separator: ","))",
      "listener.security.protocol.map=\(protocols.joined(separator: ",")),CONTROLLER:PLAINTEXT,EXPIRED:SSL",
      "listener.name.expired.ssl.keystore.location=\(certificates.keyStore("expired"))",
      "listener.name.sasl_plaintext.plain.connections.max.reauth.ms=5000",
      "listener.name.sasl_plaintext.sasl.enabled.mechanisms=PLAIN,SCRAM-SHA-256,SCRAM-SHA-512,OAUTHBEARER",
      "listener.name.sasl_plaintext.oauthbearer.sasl.jaas.config=\(module) required unsecuredLoginStringClaim_sub=\"x\";",
    ]
  }
}
