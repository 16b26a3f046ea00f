/// Chooses how to prove who we are; SaslAuthenticate follows.
package struct SaslHandshakeRequest: KafkaRequest {
  package static let api = KafkaAPI(.saslHandshake, versions: 1...1, flexibleFrom: nil)
  package typealias Response = SaslHandshakeResponse

  package var mechanism = ""

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&mechanism, "Mechanism")
  }
}

package struct SaslHandshakeResponse: WireStruct {
  package var errorCode = ErrorCode.none
  package var mechanisms: [String] = []

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&errorCode, "ErrorCode")
    try wire.field(&mechanisms, "Mechanisms")
  }
}
