/// What the user that asked may do with a topic, a group or the cluster.
package struct AuthorizedOperations: WireElement, Hashable {
  /// Kafka's numbers of operations; each is a bit.
  package enum Operation: Int32 {
    case read = 3
    case write = 4
    case create = 5
    case delete = 6
    case alter = 7
    case describe = 8
    case clusterAction = 9
    case describeConfigs = 10
    case alterConfigs = 11
    case idempotentWrite = 12
  }

  private var bits: Int32

  /// Kafka's word for "not asked for".
  package init() {
    bits = .min
  }

  package init(_ operations: [Operation]) {
    bits = operations.reduce(0) { $0 | 1 << $1.rawValue }
  }

  package var wasAskedFor: Bool { bits != .min }

  package func allows(_ operation: Operation) -> Bool {
    wasAskedFor && bits & 1 << operation.rawValue != 0
  }

  package mutating func code<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.integer(&bits)
  }
}
