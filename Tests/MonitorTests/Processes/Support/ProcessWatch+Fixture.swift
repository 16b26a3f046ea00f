import Model
import TestSupport

@testable import Monitor

extension ProcessWatch {
  /// Of a kernel with a hundred ticks a second; brokers are the processes whose second argument is `kafka.Kafka`.
  static func over(_ fixture: ProcfsFixture, interval: Duration = .seconds(10)) -> ProcessWatch {
    let settings = ProcessCollector.Settings(
      interval: interval, procfs: Procfs(root: fixture.root), recognise: ProcessWatch.kafka)
    return ProcessWatch(settings, constants: HostConstants(ticksPerSecond: 100, pageSize: 4096))
  }

  /// Named by its properties file.
  static let kafka: @Sendable (ProcessIdentity) -> ProcessFacts? = { identity in
    guard identity.arguments.dropFirst().contains("kafka.Kafka"), let file = identity.arguments.last else {
      return nil
    }
    return .named(file)
  }

  func read(at seconds: Int64) throws -> [ProcessReading] {
    try read(at: .seconds(seconds), peerPorts: []).processes
  }
}
