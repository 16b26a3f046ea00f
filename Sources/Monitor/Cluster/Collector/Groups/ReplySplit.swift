/// Cuts a list of questions so that no reply to a part is expected to be larger than a limit.
enum ReplySplit {
  static let limit = 8 << 20

  /// At least one per part; the order stays.
  static func parts<Question>(
    _ questions: [Question], limit: Int = ReplySplit.limit, bytes: (Question) -> Int
  ) -> [[Question]] {
    var parts: [[Question]] = []
    var size = 0
    for question in questions {
      let more = bytes(question)
      if parts.isEmpty || size + more > limit {
        parts.append([])
        size = 0
      }
      parts[parts.count - 1].append(question)
      size += more
    }
    return parts
  }
}
