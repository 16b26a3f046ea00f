import FoundationEssentials
import TestSupport
import Testing

/// A real Kafka on this host is found, with everything that its own files say.
@Suite(.enabled(if: RealCluster.isUsable, RealCluster.whyNot))
struct RealDiscoveryTests {
  private struct Found: Decodable {
    struct Listener: Decodable, Hashable {
      let name: String
      let port: Int
      let controller: Bool
    }

    struct Directory: Decodable {
      let path: String
    }

    let broker: String
    let profile: String
    let role: String
    let clusterId: String?
    let version: String?
    let process: String?
    let listeners: [Listener]
    let dataDirectories: [Directory]
    let problems: [String]
  }

  private struct Report: Decodable {
    let brokers: [Found]
    let ignored: [[String: String]]
  }

  private func brokers(of cluster: RealCluster) async throws -> [Found] {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let command = try await Command(RunningDaemon.executable, ["status", "--discovery", "--output", "json"])
    let report = try decoder.decode(Report.self, from: Data(command.output.utf8))
    return report.brokers.filter { $0.dataDirectories.contains { $0.path.hasPrefix(cluster.folder) } }
  }

  @Test func `a controller and brokers apart, with ids, cluster, listeners, directories and release`()
    async throws
  {
    try await RealCluster.with(.init(mode: .split, brokers: 2)) { cluster in
      let found = try await brokers(of: cluster)
      #expect(found.map(\.broker) == ["0", "1", "2"])
      #expect(found.map(\.role) == ["controller", "broker", "broker"])
      #expect(found.allSatisfy { $0.profile == "kafka" && $0.problems.isEmpty })
      let described = try await cluster.ask("metadata-quorum", "describe", "--status")
      let clusterID = described.split(separator: "\n").first { $0.hasPrefix("ClusterId:") }?.split(
        separator: " "
      ).last
      #expect(Set(found.map(\.clusterId)) == [clusterID.map(String.init)])
      #expect(found.allSatisfy { $0.version?.hasPrefix("4.") == true })
      for node in 1...2 {
        let plain = Found.Listener(name: "PLAINTEXT", port: Int(cluster.port(of: node)), controller: false)
        #expect(found[node].listeners.contains(plain))
        #expect(
          found[node].dataDirectories.map(\.path) == [
            "\(cluster.folder)/node-\(node)/data-a", "\(cluster.folder)/node-\(node)/data-b",
          ])
      }
      #expect(found.first?.listeners.allSatisfy(\.controller) == true)
    }
  }

  @Test func `without a word of configuration a broker of this host is watched, and judged`() async throws {
    try await RealCluster.with(.init(brokers: 1)) { cluster in
      let id = try #require(try await brokers(of: cluster).first?.clusterId)
      let daemon = try await RunningDaemon(["--no-collector.containers"], seesHost: true)
      func health(_ state: String) async throws -> Bool {
        try await daemon.sample(#"broker_health{cluster="\#(id)",broker="1",state="\#(state)"}"#) == "1"
      }
      try await eventually("the broker is found and answers", within: .seconds(40)) {
        try await daemon.sample(#"broker_up{cluster="\#(id)",broker="1"}"#) == "1"
      }
      try await eventually("it is healthy") { try await health("healthy") }
      let page = try await daemon.get("/metrics").split(separator: "\n")
      #expect(
        page.contains {
          $0.hasPrefix("broker_discovered_info{broker=\"1\",profile=\"kafka\"") && $0.contains(id)
        })
      #expect(page.contains { $0.hasPrefix(#"broker_process_up{broker="1","#) && $0.hasSuffix(" 1") })
      try await cluster.kill(1)
      try await eventually("the broker is down", within: .seconds(60)) { try await health("down") }
      #expect(try await daemon.get("/health").contains("process_gone"))
      #expect(try await daemon.terminate() == 0)
    }
  }
}
