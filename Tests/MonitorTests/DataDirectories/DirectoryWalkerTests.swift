import Glibc
import Model
import TestSupport
import Testing

@testable import Monitor

@Suite struct DirectoryWalkerTests {
  private let folder: TemporaryDirectory
  private let time = ManualTime()

  init() throws {
    folder = try TemporaryDirectory()
  }

  private func walker(topics: Int = 100) -> DirectoryWalker {
    DirectoryWalker(folder.path, suffixes: [".log"], topicLimit: topics, time: time)
  }

  private func run(_ script: String) async throws {
    let made = try await Command("sh", ["-c", "cd \(folder.path) && \(script)"], within: .seconds(120))
    #expect(made.status == 0, "\(made.errors)")
  }

  private func number(_ command: String) async throws -> UInt64? {
    let output = try await Command("sh", "-c", "cd \(folder.path) && \(command)").output
    return UInt64(output.split(whereSeparator: \.isWhitespace).first ?? "")
  }

  private static let kafka = """
    for p in 0 1 2; do mkdir orders-$p; head -c $((p * 5000 + 1)) /dev/zero > orders-$p/00000000000000000000.log
      truncate -s 10M orders-$p/00000000000000000000.index; done
    id=0f5b1c9d2a7e4b6f8c3d1e0a9b8c7d6e
    mkdir audit-0 orders-3.$id-delete orders-4.$id-future audit-5.$id-stray
    head -c 100000 /dev/zero > audit-0/00000000000000000000.log
    head -c 50000 /dev/zero > orders-3.$id-delete/00000000000000000000.log.deleted
    head -c 9000 /dev/zero > meta.properties; ln meta.properties second-name
    touch -d @1500000000 orders-1/00000000000000000000.log; touch -d @1600000000 audit-0/00000000000000000000.log
    touch -d @1400000000 meta.properties; touch -d @1550000000 orders-0/*.log orders-2/*.log; ln -s / elsewhere
    """

  @Test func `a tree adds up to what du and find say`() async throws {
    try await run(Self.kafka)
    var walker = walker()
    try walker.walk(100_000, within: .seconds(60))
    let contents = try #require(walker.contents)
    #expect(contents.sizeBytes == (try await number("du --summarize --block-size=1 .")))
    #expect(contents.files == (try await number("find . ! -type d | wc -l")))
    #expect(contents.segments == 4)
    #expect(contents.oldestSegment == Timestamp(seconds: 1_500_000_000))
    #expect(contents.newestSegment == Timestamp(seconds: 1_600_000_000))
    #expect(contents.partitions == [.current: 4, .delete: 1, .future: 1, .stray: 1])
    #expect(contents.skipped.isEmpty)
    #expect(contents.topics.count == 2)
    let orders = try await number("du --summarize --total --block-size=1 orders-* | tail -n 1")
    #expect(contents.topics["orders"] == orders)
  }

  @Test func `only the largest topics are shown, and the others counted`() async throws {
    try await run(Self.kafka)
    var walker = walker(topics: 1)
    try walker.walk(100_000, within: .seconds(60))
    #expect(walker.contents?.topics.keys.sorted() == ["audit"])
    #expect(walker.contents?.omittedTopics == 1)
  }

  @Test func `a large tree takes many ticks, and nothing is said of it before all was seen`() async throws {
    try await run("for d in $(seq 50); do mkdir t-$d; (cd t-$d; touch $(seq 40)); done")
    var walker = walker()
    var ticks = 0
    while walker.contents == nil {
      try walker.walk(100, within: .seconds(60))
      time.advance(by: .seconds(10))
      ticks += 1
      try #require(ticks < 100)
    }
    // 2000 files, 50 directories and the root.
    #expect((20...23).contains(ticks))
    #expect(walker.contents?.files == 2000)
    #expect(walker.contents?.partitions == [.current: 50])
    #expect(walker.contents?.duration == .seconds(10 * (ticks - 1)))
  }

  @Test func `one large directory takes many ticks too`() async throws {
    try await run("seq 20000 | xargs touch")
    var walker = walker()
    var ticks = 0
    while walker.contents == nil {
      try walker.walk(500, within: .seconds(60))
      ticks += 1
      try #require(ticks < 100)
    }
    // A tick may take 4096 entries more than it has, and the next ones make up for it.
    #expect((32...41).contains(ticks))
    #expect(walker.contents?.files == 20_000)
  }

  @Test func `between ticks nothing stays open`() async throws {
    try await run("for d in $(seq 50); do mkdir t-$d; (cd t-$d; touch $(seq 40)); done")
    var walker = walker()
    try walker.walk(100, within: .seconds(60))
    #expect(walker.contents == nil)
    let open = try await Command("sh", "-c", "ls -l /proc/\(getpid())/fd | grep -c '\(folder.path)' || true")
      .output
    #expect(open.split(separator: "\n") == ["0"])
  }

  @Test func `what is deleted and made while it walks is no mistake`() async throws {
    try await run("for d in $(seq 50); do mkdir t-$d; touch t-$d/1; done")
    var walker = walker()
    try walker.walk(60, within: .seconds(60))
    try await run("rm -r t-1* t-2*; mkdir t-99; touch t-99/1")
    while walker.contents == nil { try walker.walk(60, within: .seconds(60)) }
    #expect(walker.contents?.skipped.isEmpty == true)
    while walker.contents?.files != 29 { try walker.walk(1000, within: .seconds(60)) }
  }

  @Test func `a tree that is gone is said to be, and what was known of it with it`() async throws {
    try await run("mkdir a; touch a/1")
    var walker = DirectoryWalker(folder.file("a"), suffixes: [], topicLimit: 1, time: time)
    try walker.walk(100, within: .seconds(60))
    #expect(walker.contents?.files == 1)
    try await run("rm -r a")
    #expect(throws: WalkTrouble.gone) { try walker.walk(100, within: .seconds(60)) }
    #expect(walker.contents == nil)
    try await run("touch a")
    #expect(throws: WalkTrouble.notADirectory) { try walker.walk(100, within: .seconds(60)) }
    try await run("rm a; mkdir a; touch a/1 a/2")
    try walker.walk(100, within: .seconds(60))
    #expect(walker.contents?.files == 2)
  }

  @Test func `a tree without end in depth is cut and counted`() async throws {
    let path = Array(repeating: "d", count: 20).joined(separator: "/")
    try await run("mkdir -p \(path)")
    var walker = walker()
    try walker.walk(1000, within: .seconds(60))
    #expect(walker.contents?.skipped == ["too_deep": 1])
  }
}
