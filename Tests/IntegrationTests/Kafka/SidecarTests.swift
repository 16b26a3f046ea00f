import FoundationEssentials
import TestSupport
import Testing

extension KafkaProofs {
  /// Watchers beside every broker and one for all, added up by a real Prometheus as docs/kafka.md says.
  @Suite(
    .enabled(if: PeerProgram.isUsable("prometheus", requiredAs: "prometheus"), "prometheus is not installed"))
  struct SidecarTests {
    private let cluster: RealCluster

    init() throws {
      cluster = try #require(RealCluster.current)
    }

    /// The expression of one row of the page's table, over a window that a test can wait for.
    private func expression(_ number: String) throws -> String {
      let row = try Repository.text(of: "docs/kafka.md").split(separator: "\n").first {
        $0.hasPrefix("| \(number) |")
      }
      let cell = try #require(row?.split(separator: "`").dropFirst().first)
      return String(cell.replacing("[5m]", with: "[15s]"))
    }

    private func value(_ number: String, _ bed: Bed, _ labels: [String: String] = [:]) async throws -> Double?
    {
      try await bed.series(expression(number)).first { series in
        labels.allSatisfy { series.labels[$0.key] == $0.value }
      }.flatMap { Double($0.value) }
    }

    private struct Truth {
      let lag: Int
      let underReplicated: Int
      let offline: Int
    }

    private func truth() async throws -> Truth {
      async let described = cluster.ask("consumer-groups", "--describe", "--group", "aside")
      async let short = cluster.ask(
        "topics", "--describe", "--under-replicated-partitions")
      async let gone = cluster.ask("topics", "--describe", "--unavailable-partitions")
      let lags = try await KafkaTools.groups(described)["aside"] ?? [:]
      // A partition without a leader has too few replicas, too, but no broker that leads it and could count it.
      let offline = try await KafkaTools.partitions(gone)
      return try await Truth(
        lag: lags.values.compactMap(\.lag).reduce(0, +),
        underReplicated: KafkaTools.partitions(short).count { offline[$0.key] == nil }, offline: offline.count
      )
    }

    /// Ends of logs and the sum of commits, and when.
    private func progress() async throws -> (produced: Int, consumed: Int, at: Double) {
      async let ends = cluster.ask("get-offsets", "--topic", "flow")
      async let commits = cluster.ask("consumer-groups", "--describe", "--group", "flowing")
      let produced = try await KafkaTools.offsets(ends).values.reduce(0, +)
      let consumed = try await (KafkaTools.groups(commits)["flowing"] ?? [:]).values.compactMap(\.committed)
      return (produced, consumed.reduce(0, +), wallSeconds())
    }

    private func expectTruth(_ beds: [Bed], _ who: String) async throws {
      let truth = try await truth()
      for bed in beds {
        let version = bed.facts["version"] ?? ""
        try await eventually("\(who): the numbers of \(version) are the truth", within: .seconds(45)) {
          let lag = try await value("lag of a group", bed, ["group": "aside"])
          let short = try await value("under-replicated partitions", bed)
          let offline = try await value("offline partitions", bed)
          return lag == Double(truth.lag) && short == Double(truth.underReplicated)
            && offline == Double(truth.offline)
        }
      }
      Proof.note("\(who): \(truth)")
    }

    /// Rates are what Prometheus makes of samples, so they are compared to a fifth; one emitter too many would be twice as much.
    private func expectFlow(_ beds: [Bed], _ who: String) async throws {
      let first = try await progress()
      let pages = ContinuousClock.now + .seconds(16)
      try await eventually("the window of the rates is full") { ContinuousClock.now > pages }
      let second = try await progress()
      let seconds = second.at - first.at
      let truth = (
        produced: Double(second.produced - first.produced) / seconds,
        consumed: Double(second.consumed - first.consumed) / seconds
      )
      for bed in beds {
        let topic = ["topic": "flow"]
        let produced = try #require(try await value("messages in per second by topic", bed, topic))
        let consumed = try #require(try await value("messages out per second by topic", bed, topic))
        #expect(abs(produced - truth.produced) < truth.produced / 5, "\(who) \(produced) \(truth)")
        #expect(abs(consumed - truth.consumed) < truth.consumed / 4, "\(who) \(consumed) \(truth)")
        Proof.note(
          "\(who), Prometheus \(bed.facts["version"] ?? ""): in \(Int(produced)) of \(Int(truth.produced)), "
            + "out \(Int(consumed)) of \(Int(truth.consumed)) a second")
      }
    }

    private func sidecar(_ node: Int) async throws -> RunningDaemon {
      try await .watching([cluster.address(of: node)], scope: "broker")
    }

    private func workload() async throws -> [ChildProcess] {
      try await cluster.createTopic("aside", partitions: 6, replicas: 3)
      try await cluster.ask("topics", "--create", "--topic", "lonely", "--replica-assignment", "1,2,3")
      try await cluster.createTopic("flow", partitions: 3, replicas: 3)
      try await cluster.produce((0..<300).map { "\($0)" }, to: "aside")
      try await cluster.consume(100, of: "aside", as: "aside")
      let producers = try (0..<3).map { try cluster.keepProducing(to: "flow", partition: $0) }
      let consumer = try ChildProcess(
        "kcat",
        ["-b", cluster.bootstrap(), "-G", "flowing", "-X", "auto.offset.reset=earliest"]
          + ["-X", "auto.commit.interval.ms=500", "-q", "flow"])
      return producers + [consumer]
    }

    @Test func `three sidecars and one for all add up to the truth, also with one of them away`()
      async throws
    {
      let work = try await workload()
      let standalone = try await RunningDaemon.watching(cluster)
      var sidecars: [RunningDaemon] = []
      for node in cluster.brokers { sidecars.append(try await sidecar(node)) }
      let places = sidecars.flatMap { ["--target", $0.url()] }
      let all = try await Bed("prometheus", ["--target", standalone.url()] + places)
      let newer = PeerProgram.folder == nil ? [] : ["--peer"]
      let onlySidecars = try await Bed("prometheus", newer + places)
      try await expectTruth([all, onlySidecars], "all four, and the sidecars alone")
      try await expectFlow([all, onlySidecars], "all four, and the sidecars alone")
      #expect(try await sidecars[1].terminate() == 0)
      try await expectTruth([all], "one sidecar away")
      for process in work { process.signal(15) }
      try await cluster.kill(3)
      // Until the controller has noticed.
      try await eventually("the broker is fenced") { try await truth().offline > 0 }
      try await expectTruth([all], "one sidecar and one broker away")
      #expect(try await standalone.terminate() == 0)
      try await cluster.start(3)
      for daemon in [sidecars[0], sidecars[2]] { #expect(try await daemon.terminate() == 0) }
    }
  }
}
