/// Cuts a stream into frames, however its bytes arrive. A frame above the limit is stepped over and never held in memory.
package struct FrameAssembler: Sendable {
  package enum Arrival: Sendable, Equatable {
    /// Without its length.
    case frame([UInt8])
    /// Its bytes are dropped as they come.
    case tooLarge(correlationID: Int32, length: Int)
  }

  /// The largest reply that anybody has a use for; brokers themselves allow requests of 100 MiB.
  package static let defaultLimit = 128 << 20

  private let limit: Int
  private var prefix: [UInt8] = []
  private var payload: [UInt8] = []
  private var missing = 0
  private var dropping = 0

  package init(limit: Int = FrameAssembler.defaultLimit) {
    self.limit = limit
  }

  /// Whether a stream that ends here ends too early.
  package var isInsideFrame: Bool { !prefix.isEmpty || missing > 0 || dropping > 0 }

  /// Takes bytes in the order of the stream and says what they complete. After an error the stream is worthless: nobody knows where
  /// the next frame begins.
  package mutating func append(_ bytes: [UInt8]) throws(WireError) -> [Arrival] {
    var arrivals: [Arrival] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      if dropping > 0 {
        drop(from: &rest)
      } else if missing > 0 {
        if let frame = collect(from: &rest) { arrivals.append(.frame(frame)) }
      } else if let tooLarge = try begin(with: &rest) {
        arrivals.append(tooLarge)
      }
    }
    return arrivals
  }

  private mutating func drop(from rest: inout ArraySlice<UInt8>) {
    let count = min(dropping, rest.count)
    rest = rest.dropFirst(count)
    dropping -= count
  }

  private mutating func collect(from rest: inout ArraySlice<UInt8>) -> [UInt8]? {
    let part = rest.prefix(missing)
    payload.append(contentsOf: part)
    rest = rest.dropFirst(part.count)
    missing -= part.count
    guard missing == 0 else { return nil }
    defer { payload = [] }
    return payload
  }

  /// Waits for the length and the correlation id, without which no frame is complete.
  private mutating func begin(with rest: inout ArraySlice<UInt8>) throws(WireError) -> Arrival? {
    let part = rest.prefix(8 - prefix.count)
    prefix.append(contentsOf: part)
    rest = rest.dropFirst(part.count)
    if prefix.count >= 4 { try checkLength() }
    guard prefix.count == 8 else { return nil }
    defer { prefix = [] }
    var cursor = ByteCursor(prefix)
    let length = Int(try cursor.integer(Int32.self))
    let correlationID: Int32 = try cursor.integer()
    guard length <= limit else {
      dropping = length - 4
      return .tooLarge(correlationID: correlationID, length: length)
    }
    payload = Array(prefix[4...])
    missing = length - 4
    if missing == 0 {
      defer { payload = [] }
      return .frame(payload)
    }
    return nil
  }

  private func checkLength() throws(WireError) {
    var cursor = ByteCursor(prefix)
    let length: Int32 = try cursor.integer()
    guard length >= 4 else { throw WireError(.invalidLength(Int(length)), at: 0) }
  }
}
