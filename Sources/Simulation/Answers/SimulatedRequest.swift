import Kafka

/// A request that the simulated cluster can answer.
protocol SimulatedRequest: KafkaRequest {
  /// Whether an answer may change the cluster, so that requests that wait for something must be looked at again.
  var changesCluster: Bool { get }
  /// Whether the answer to the same request changes while time passes and nobody does anything.
  static var showsTime: Bool { get }

  func answer(from cluster: inout SimulatedCluster, _ question: Question) -> Answer<Response>

  /// Makes the reply say this error, on every item where errors belong to items.
  static func put(_ error: ErrorCode, into response: inout Response)
}

extension SimulatedRequest {
  var changesCluster: Bool { false }
  static var showsTime: Bool { false }
}
