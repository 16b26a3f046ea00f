/// Carries one token of the mechanism that SaslHandshake chose.
package struct SaslAuthenticateRequest: KafkaRequest {
  package static let api = KafkaAPI(.saslAuthenticate, versions: 1...2, flexibleFrom: 2)
  package typealias Response = SaslAuthenticateResponse

  package var authBytes: [UInt8] = []

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&authBytes, "AuthBytes")
  }
}

package struct SaslAuthenticateResponse: WireStruct {
  package var errorCode = ErrorCode.none
  package var errorMessage: String?
  package var authBytes: [UInt8] = []
  package var sessionLifetimeMilliseconds: Int64 = 0

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&errorCode, "ErrorCode")
    try wire.field(&errorMessage, "ErrorMessage")
    try wire.field(&authBytes, "AuthBytes")
    try wire.field(&sessionLifetimeMilliseconds, "SessionLifetimeMs")
  }
}
