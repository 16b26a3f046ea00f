import Model
import TestSupport
import Testing

@testable import brokerwatch

@Suite struct LogSinkTests {
  @Test func `what is not written is counted by reason`() {
    let lines = Locked<[String]>([])
    let reads = Locked(true)
    let sink = LogSink(
      level: .info, encoder: LogEncoder(format: .logfmt, priorityPrefix: false), time: ManualTime()
    ) { line in
      guard reads.withLock({ $0 }) else { return false }
      lines.withLock { $0.append(String(decoding: line, as: UTF8.self)) }
      return true
    }
    sink.logger.debug("below the level")
    for _ in 0..<7 { sink.logger.info("same") }
    reads.withLock { $0 = false }
    sink.logger.error("nobody reads")
    #expect(lines.withLock { $0.count } == 5)
    #expect(sink.dropped == ["repeated": 2, "blocked": 1])
  }

  @Test func `a reload may change level and format`() {
    let lines = Locked<[String]>([])
    let sink = LogSink(
      level: .error, encoder: LogEncoder(format: .logfmt, priorityPrefix: false), time: ManualTime()
    ) { line in
      lines.withLock { $0.append(String(decoding: line, as: UTF8.self)) }
      return true
    }
    sink.logger.info("not yet")
    sink.use(level: .info, encoder: LogEncoder(format: .json, priorityPrefix: false))
    sink.logger.info("now", .init("k", "v"))
    #expect(lines.withLock { $0 }.count == 1)
    #expect(lines.withLock { $0 }.first?.contains(#""msg":"now","k":"v""#) == true)
  }
}
