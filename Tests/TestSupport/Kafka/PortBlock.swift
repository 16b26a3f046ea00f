import FoundationEssentials

/// Ports of 127.0.0.1 that nobody uses, for one cluster; no other cluster of any test process gets them meanwhile.
final class PortBlock: Sendable {
  static let size: UInt16 = 50
  /// A port that no node listens on: who holds it has the block.
  private static let anchor: UInt16 = 8

  let first: UInt16
  private let held: UnusedPort

  /// From the first that `BROKERWATCH_KAFKA_BASE_PORT` names, else 20000, and below those that the kernel gives to clients.
  init() throws {
    let variable = ProcessInfo.processInfo.environment["BROKERWATCH_KAFKA_BASE_PORT"].flatMap { UInt16($0) }
    let starts = stride(from: variable ?? 20_000, to: 32_000 - Self.size, by: Int(Self.size))
    for start in starts {
      guard let held = try? UnusedPort(start + Self.anchor), Self.isFree(start) else { continue }
      (first, self.held) = (start, held)
      return
    }
    throw RealCluster.Failure("there are no \(Self.size) free ports in a row for a Kafka cluster")
  }

  private static func isFree(_ start: UInt16) -> Bool {
    (start..<start + size).allSatisfy { port in
      port == start + anchor || (try? UnusedPort(port)) != nil
    }
  }
}
