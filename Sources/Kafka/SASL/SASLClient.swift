/// Our side of one authentication: tokens in, tokens out, and nothing else.
package protocol SASLClient: Sendable {
  /// What we say first.
  mutating func start() throws(SASLError) -> [UInt8]

  /// What we say to the broker's token; nil when both sides are content.
  mutating func answer(_ challenge: [UInt8]) throws(SASLError) -> [UInt8]?
}
