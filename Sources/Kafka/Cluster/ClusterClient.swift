import Model
package import Systemd
import Transport

/// Asks chosen brokers of one cluster, on connections that are kept from one question to the next.
///
/// It knows no more of the cluster than it is told: which broker listens where is its owner's finding.
package actor ClusterClient {
  private struct Place: Hashable {
    let address: BrokerAddress
    let lane: Lane
  }

  private let settings: ClusterClientSettings
  package nonisolated let meter: RequestMeter
  private let loop: EventLoop
  private var links: [Place: BrokerLink] = [:]
  private var files: TLSFilesSignature?
  private nonisolated let newLinks = AsyncStream<BrokerLink>.makeStream()

  package nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe loop.asUnownedSerialExecutor()
  }

  package init(_ settings: ClusterClientSettings, meter: RequestMeter, on loop: EventLoop) {
    self.settings = settings
    self.meter = meter
    self.loop = loop
  }

  /// Keeps connections alive while the body runs, and closes them when it ends. Once per client.
  package nonisolated func whileConnected(_ body: @Sendable () async -> Void) async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask(name: "kafka connections") { await self.keepConnections() }
      await body()
      group.cancelAll()
    }
  }

  private nonisolated func keepConnections() async {
    await withDiscardingTaskGroup { group in
      for await link in newLinks.stream {
        group.addTask(name: "kafka connection \(link.endpoint)") { await link.run() }
      }
      group.cancelAll()
    }
  }

  /// Asks one broker; connecting counts against the deadline.
  ///
  /// Without an answer in time the connection is closed, for all that waits behind it waits as well.
  package nonisolated func send<Request: KafkaRequest>(
    _ request: Request, to address: BrokerAddress, on lane: Lane = .fast, deadline: Duration
  ) async throws(KafkaError) -> Request.Response {
    let end = loop.time.now().uptime + deadline
    let connection = try await connection(to: address, on: lane, deadline: deadline)
    return try await connection.send(request, deadline: max(.zero, end - loop.time.now().uptime))
  }

  /// The connection, made first if there is none.
  package func connection(
    to address: BrokerAddress, on lane: Lane = .fast, deadline: Duration
  ) async throws(KafkaError) -> KafkaConnection {
    try await link(to: address, on: lane).connection(deadline: deadline)
  }

  /// Closes the connections to brokers that are not among these.
  package func keep(only addresses: Set<BrokerAddress>) async {
    let retired = links.filter { !addresses.contains($0.key.address) }
    for place in retired.keys { links[place] = nil }
    for link in retired.values { await link.retire() }
  }

  /// Connects anew where a certificate, a key or an authority was replaced since the connections were made.
  package func renewChangedFiles() async {
    guard let tls = settings.tls else { return }
    let current = await Self.signature(of: tls)
    defer { files = current }
    guard let files, files != current else { return }
    for link in links.values { await link.renew() }
  }

  /// On the global pool: a disk may take its time.
  @concurrent
  private nonisolated static func signature(of tls: TLSSettings) async -> TLSFilesSignature {
    TLSFilesSignature(of: tls)
  }

  private func link(to address: BrokerAddress, on lane: Lane) -> BrokerLink {
    let place = Place(address: address, lane: lane)
    if let link = links[place] { return link }
    let endpoint = StreamEndpoint(host: address.host, port: address.port, tls: settings.tls)
    let link = BrokerLink(
      to: endpoint, settings.connection, longestPause: settings.longestPause, meter: meter, on: loop)
    links[place] = link
    newLinks.continuation.yield(link)
    return link
  }
}
