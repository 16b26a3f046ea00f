/// The head of a response, as its lines come in.
struct ResponseHead: Sendable {
  enum Progress: Equatable {
    case incomplete
    /// An interim response (1xx), or a redirect that libcurl follows by itself: the next head follows.
    case superseded
    case complete
  }

  private(set) var status = 0
  private(set) var fields: HTTPFields = [:]
  private var isComplete = false

  /// Takes one line, its line end included.
  ///
  /// Lines after a complete head are trailers, which nobody asks for.
  mutating func take(_ line: [UInt8], followsRedirects: Bool) -> Progress {
    guard !isComplete else { return .complete }
    let text = Self.trimmed(line[...])
    if text.isEmpty { return finish(followsRedirects: followsRedirects) }
    if fields.isEmpty, text.starts(with: Array("HTTP/".utf8)) {
      status = Self.status(inStatusLine: text)
    } else if let colon = text.firstIndex(of: UInt8(ascii: ":")) {
      fields.append(
        String(decoding: text[..<colon], as: UTF8.self),
        String(decoding: Self.trimmed(text[(colon + 1)...]), as: UTF8.self))
    }
    return .incomplete
  }

  private mutating func finish(followsRedirects: Bool) -> Progress {
    let isInterim = (100...199).contains(status) && status != 101
    let isFollowed = followsRedirects && (300...399).contains(status) && fields["Location"] != nil
    guard isInterim || isFollowed else {
      isComplete = true
      return .complete
    }
    self = ResponseHead()
    return .superseded
  }

  private static func status(inStatusLine line: ArraySlice<UInt8>) -> Int {
    let words = line.split(separator: UInt8(ascii: " "), maxSplits: 2)
    return words.count > 1 ? Int(String(decoding: words[1], as: UTF8.self)) ?? 0 : 0
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let isBlank = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    guard let first = bytes.firstIndex(where: { !isBlank($0) }),
      let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return [] }
    return bytes[first...last]
  }
}
