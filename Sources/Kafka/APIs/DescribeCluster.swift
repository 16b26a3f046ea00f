/// The brokers or controllers of the cluster, fenced ones included where asked for. Any broker answers.
package struct DescribeClusterRequest: KafkaRequest {
  package static let api = KafkaAPI(.describeCluster, versions: 0...2, flexibleFrom: 0)
  package typealias Response = DescribeClusterResponse

  package var includeClusterAuthorizedOperations = false
  package var endpointType: Int8 = 1
  package var includeFencedBrokers = false

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&includeClusterAuthorizedOperations, "IncludeClusterAuthorizedOperations")
    if wire.version >= 1 { try wire.field(&endpointType, "EndpointType") }
    if wire.version >= 2 { try wire.field(&includeFencedBrokers, "IncludeFencedBrokers") }
  }
}

package struct DescribeClusterResponse: WireStruct {
  package struct Broker: WireStruct {
    package var brokerID: BrokerID = 0
    package var host = ""
    package var port: Int32 = 0
    package var rack: String?
    package var isFenced = false

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&brokerID, "BrokerId")
      try wire.field(&host, "Host")
      try wire.field(&port, "Port")
      try wire.field(&rack, "Rack")
      if wire.version >= 2 { try wire.field(&isFenced, "IsFenced") }
    }
  }

  package var throttleTimeMilliseconds: Int32 = 0
  package var errorCode = ErrorCode.none
  package var errorMessage: String?
  package var endpointType: Int8 = 1
  package var clusterID = ""
  package var controllerID: BrokerID?
  package var brokers: [Broker] = []
  package var clusterAuthorizedOperations = AuthorizedOperations()

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&throttleTimeMilliseconds, "ThrottleTimeMs")
    try wire.field(&errorCode, "ErrorCode")
    try wire.field(&errorMessage, "ErrorMessage")
    if wire.version >= 1 { try wire.field(&endpointType, "EndpointType") }
    try wire.field(&clusterID, "ClusterId")
    try wire.field(&controllerID, "ControllerId")
    try wire.field(&brokers, "Brokers")
    try wire.field(&clusterAuthorizedOperations, "ClusterAuthorizedOperations")
  }
}
