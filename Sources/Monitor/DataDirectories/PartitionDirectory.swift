import Model

/// What the name of a directory says of the partition in it.
struct PartitionDirectory: Sendable, Hashable {
  let topic: String
  let kind: PartitionDirectoryKind

  /// Kafka's `TOPIC-PARTITION` with what it appends, or Redpanda's `TOPIC/PARTITION_REVISION`; nil for anything else.
  init?(name: String, parent: String?) {
    if let parent, Self.isRedpanda(name) {
      self.init(topic: parent, kind: .current)
    } else if let topic = Self.topic(of: name[...]) {
      self.init(topic: topic, kind: .current)
    } else if let (topic, kind) = Self.renamed(name) {
      self.init(topic: topic, kind: kind)
    } else {
      return nil
    }
  }

  private init(topic: String, kind: PartitionDirectoryKind) {
    self.topic = topic
    self.kind = kind
  }

  private static func topic(of name: Substring) -> String? {
    guard let dash = name.lastIndex(of: "-"), dash > name.startIndex,
      isNumber(name[name.index(after: dash)...])
    else { return nil }
    let topic = name[..<dash]
    return isTopic(topic) ? String(topic) : nil
  }

  /// `TOPIC-PARTITION.ID-delete`, where Kafka cuts the topic if all of it would be too long for a file's name.
  private static func renamed(_ name: String) -> (topic: String, PartitionDirectoryKind)? {
    for (suffix, kind) in [
      ("-delete", PartitionDirectoryKind.delete), ("-future", .future), ("-stray", .stray),
    ] {
      guard name.hasSuffix(suffix) else { continue }
      let start = name.dropLast(suffix.count)
      guard let dot = start.lastIndex(of: "."), dot < start.endIndex else { return nil }
      return topic(of: start[..<dot]).map { ($0, kind) }
    }
    return nil
  }

  private static func isRedpanda(_ name: String) -> Bool {
    let parts = name.split(separator: "_", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { isNumber($0) }
  }

  private static func isNumber(_ text: Substring) -> Bool {
    (1...10).contains(text.utf8.count)
      && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// Kafka's rule for names.
  private static func isTopic(_ text: Substring) -> Bool {
    (1...249).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }
}
