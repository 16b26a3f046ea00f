import Kafka
import Systemd

/// Everything that the brokers of a simulation share.
struct SimulationState {
  private static let problemLimit = 100

  var cluster: SimulatedCluster
  let options: Simulation.Options
  var faults: [FaultKey: Fault] = [:]
  /// How many requests a fault still spoils; none: all.
  var faultsLeft: [FaultKey: Int] = [:]
  /// Changes to make right before a request is answered.
  var plannedChanges: [PlannedChange] = []
  private(set) var received: [ReceivedRequest] = []
  /// Requests that came.
  var counts: [FaultKey: Int] = [:]
  /// Open connections, by broker.
  var connections: [Int32: Int] = [:]
  var prebuilt = PrebuiltReplies()
  private(set) var problems: [String] = []
  /// One for every node, so that its port is nobody else's while it does not listen.
  private var reservations: [BrokerID: LoopbackSocket] = [:]
  /// Where clients arrive. Opened and closed with the change that causes it, so that whoever made it finds it done.
  private(set) var listening: [BrokerID: LoopbackSocket] = [:]
  /// Whether anybody is to listen at all.
  private var isOpen = false

  init(_ cluster: SimulatedCluster, _ options: Simulation.Options) {
    self.cluster = cluster
    self.options = options
  }

  /// The fault of this API at this broker, else that of the whole broker.
  func fault(of broker: BrokerID, _ api: APIKey?) -> Fault? {
    if let api, let fault = faults[FaultKey(broker: broker.rawValue, api: api)] { return fault }
    return faults[FaultKey(broker: broker.rawValue, api: nil)]
  }

  /// The fault of this API at this broker for a request that comes now.
  mutating func takeFault(of broker: BrokerID, _ api: APIKey) -> Fault? {
    let places = [FaultKey(broker: broker.rawValue, api: api), FaultKey(broker: broker.rawValue, api: nil)]
    guard let place = places.first(where: { faults[$0] != nil }) else { return nil }
    let fault = faults[place]
    if let left = faultsLeft[place] {
      faultsLeft[place] = left > 1 ? left - 1 : nil
      if left <= 1 { faults[place] = nil }
    }
    return fault
  }

  /// Keeps the request if anybody wants to see it, and makes the changes that were planned for when it comes.
  mutating func arrived(_ request: PendingRequest) {
    if options.keptRequests > 0 {
      if received.count >= options.keptRequests { received.removeFirst() }
      received.append(ReceivedRequest(broker: request.broker.rawValue, body: request.request))
    }
    guard let due = plannedChanges.firstIndex(where: { $0.isMeant(for: request) }) else { return }
    let planned = plannedChanges.remove(at: due)
    planned.change(&cluster)
  }

  mutating func forgetReceived() {
    received = []
  }

  mutating func open() throws(SystemError) {
    isOpen = true
    try updateSockets()
  }

  mutating func close() {
    isOpen = false
    closeSockets()
  }

  mutating func clusterChanged() {
    prebuilt.removeAll()
    do throws(SystemError) { try updateSockets() } catch { note(error.description) }
  }

  /// Takes a port for every node, and listens for those that should.
  mutating func updateSockets() throws(SystemError) {
    try takePorts()
    closeSockets()
    for node in cluster.nodes where listens(node) && listening[node.id] == nil {
      let socket = try LoopbackSocket.bound(to: node.port)
      try socket.listen()
      listening[node.id] = socket
    }
  }

  private mutating func closeSockets() {
    let wanted = Set(cluster.nodes.filter(listens).map(\.id))
    for (broker, socket) in listening where !wanted.contains(broker) {
      socket.refuseFromNowOn()
      listening[broker] = nil
    }
  }

  private func listens(_ node: SimulatedNode) -> Bool {
    isOpen && node.isRunning && faults[FaultKey(broker: node.id.rawValue, api: nil)] != .refuse
  }

  mutating func note(_ problem: String) {
    if problems.count < Self.problemLimit { problems.append(problem) }
  }

  private mutating func takePorts() throws(SystemError) {
    for index in cluster.nodes.indices where reservations[cluster.nodes[index].id] == nil {
      let socket = try LoopbackSocket.reserving(cluster.nodes[index].port)
      cluster.nodes[index].port = try socket.port
      reservations[cluster.nodes[index].id] = socket
    }
    let known = Set(cluster.nodes.map(\.id))
    reservations = reservations.filter { known.contains($0.key) }
  }
}
