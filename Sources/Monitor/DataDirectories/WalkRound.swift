import Model
import Systemd

/// One going through a directory tree, which may take many ticks.
struct WalkRound: Sendable {
  /// A directory that was not looked into yet.
  struct Pending: Sendable {
    /// Below the root; empty for the root itself.
    let path: String
    let name: String
    let depth: Int
    /// Whose partition it belongs to.
    var topic: String?
    /// Of a partition's own directory.
    var partition: PartitionDirectoryKind?
  }

  static let depthLimit = 16
  static let pendingLimit = 200_000
  private static let linkedLimit = 100_000
  private static let topicMemory = 50_000

  let startedAt: Moment
  private var pending = [Pending(path: "", name: "", depth: 0)]
  private var sizeBytes: UInt64 = 0
  private var files: UInt64 = 0
  private var segments: UInt64 = 0
  private var oldest: Int64?
  private var newest: Int64?
  private var topics: [String: UInt64] = [:]
  private var hasForgottenTopics = false
  private var partitions: [PartitionDirectoryKind: UInt64] = [:]
  private var skipped: [String: UInt64] = [:]
  /// Files with several names: each counts once.
  private var linked: Set<UInt64> = []

  init(startedAt: Moment) {
    self.startedAt = startedAt
  }

  var isDone: Bool { pending.isEmpty }

  mutating func nextDirectory() -> Pending? {
    pending.popLast()
  }

  mutating func skip(_ reason: String) {
    skipped[reason, default: 0] += 1
  }

  mutating func cannotOpen(_ directory: Pending, _ trouble: WalkTrouble) {
    // Deleted while it waited for its turn.
    guard trouble != .gone else { return }
    if let kind = directory.partition {
      partitions[trouble == .diskError ? .offline : kind, default: 0] += 1
    }
    skip(trouble.rawValue)
  }

  mutating func add(directory facts: FileFacts, _ directory: Pending) {
    if let kind = directory.partition { partitions[kind, default: 0] += 1 }
    add(facts.allocatedBytes, to: directory.topic)
  }

  mutating func add(_ facts: FileFacts, isSegment: Bool, in directory: Pending) {
    files += 1
    if isSegment, facts.isRegular {
      segments += 1
      oldest = min(oldest ?? facts.modified, facts.modified)
      newest = max(newest ?? facts.modified, facts.modified)
    }
    if facts.links > 1 {
      guard linked.count < Self.linkedLimit else { return add(facts.allocatedBytes, to: directory.topic) }
      guard linked.insert(facts.inode).inserted else { return }
    }
    add(facts.allocatedBytes, to: directory.topic)
  }

  /// Notes a directory to be looked into later.
  mutating func note(_ name: String, in parent: Pending) {
    guard parent.depth + 1 <= Self.depthLimit else { return skip("too_deep") }
    guard pending.count < Self.pendingLimit else { return skip("too_many") }
    let path = parent.path.isEmpty ? name : "\(parent.path)/\(name)"
    var directory = Pending(path: path, name: name, depth: parent.depth + 1, topic: parent.topic)
    if parent.topic == nil,
      let partition = PartitionDirectory(name: name, parent: parent.name.isEmpty ? nil : parent.name)
    {
      directory.topic = partition.topic
      directory.partition = partition.kind
    }
    pending.append(directory)
  }

  func contents(finishedAt now: Moment, topicLimit: Int) -> DirectoryContents {
    var contents = DirectoryContents(finishedAt: now, duration: now.age(of: startedAt))
    contents.sizeBytes = sizeBytes
    contents.files = files
    contents.segments = segments
    contents.oldestSegment = oldest.map { Timestamp(nanoseconds: $0) }
    contents.newestSegment = newest.map { Timestamp(nanoseconds: $0) }
    contents.partitions = partitions
    contents.skipped = skipped
    let largest = topics.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    contents.topics = Dictionary(
      largest.prefix(topicLimit).map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    contents.omittedTopics = largest.count - contents.topics.count + (hasForgottenTopics ? 1 : 0)
    return contents
  }

  private mutating func add(_ bytes: UInt64, to topic: String?) {
    sizeBytes &+= bytes
    guard let topic else { return }
    guard topics.count < Self.topicMemory || topics[topic] != nil else {
      hasForgottenTopics = true
      return
    }
    topics[topic, default: 0] &+= bytes
  }
}
