/// The state, topology and members of streams groups (KIP-1071). Their coordinator answers.
package struct StreamsGroupDescribeRequest: KafkaRequest {
  package static let api = KafkaAPI(.streamsGroupDescribe, versions: 0...0, flexibleFrom: 0)
  package typealias Response = StreamsGroupDescribeResponse

  package var groupIDs: [String] = []
  package var includeAuthorizedOperations = false

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&groupIDs, "GroupIds")
    try wire.field(&includeAuthorizedOperations, "IncludeAuthorizedOperations")
  }
}

package struct StreamsGroupDescribeResponse: WireStruct {
  package struct Group: WireStruct {
    package struct Topology: WireStruct {
      package struct Subtopology: WireStruct {
        package var subtopologyID = ""
        package var sourceTopics: [String] = []
        package var repartitionSinkTopics: [String] = []
        package var stateChangelogTopics: [TopicInfo] = []
        package var repartitionSourceTopics: [TopicInfo] = []

        package init() {}

        package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
          try wire.field(&subtopologyID, "SubtopologyId")
          try wire.field(&sourceTopics, "SourceTopics")
          try wire.field(&repartitionSinkTopics, "RepartitionSinkTopics")
          try wire.field(&stateChangelogTopics, "StateChangelogTopics")
          try wire.field(&repartitionSourceTopics, "RepartitionSourceTopics")
        }
      }

      package var epoch: Int32 = 0
      package var subtopologies: [Subtopology]?

      package init() {}

      package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
        try wire.field(&epoch, "Epoch")
        try wire.field(&subtopologies, "Subtopologies")
      }
    }

    package struct Member: WireStruct {
      package var memberID = ""
      package var memberEpoch: Int32 = 0
      package var instanceID: String?
      package var rackID: String?
      package var clientID = ""
      package var clientHost = ""
      package var topologyEpoch: Int32 = 0
      package var processID = ""
      package var userEndpoint: Endpoint?
      package var clientTags: [KeyValue] = []
      package var taskOffsets: [TaskOffset] = []
      package var taskEndOffsets: [TaskOffset] = []
      package var assignment = Assignment()
      package var targetAssignment = Assignment()
      package var isClassic = false

      package init() {}

      package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
        try wire.field(&memberID, "MemberId")
        try wire.field(&memberEpoch, "MemberEpoch")
        try wire.field(&instanceID, "InstanceId")
        try wire.field(&rackID, "RackId")
        try wire.field(&clientID, "ClientId")
        try wire.field(&clientHost, "ClientHost")
        try wire.field(&topologyEpoch, "TopologyEpoch")
        try wire.field(&processID, "ProcessId")
        try wire.field(&userEndpoint, "UserEndpoint")
        try wire.field(&clientTags, "ClientTags")
        try wire.field(&taskOffsets, "TaskOffsets")
        try wire.field(&taskEndOffsets, "TaskEndOffsets")
        try wire.field(&assignment, "Assignment")
        try wire.field(&targetAssignment, "TargetAssignment")
        try wire.field(&isClassic, "IsClassic")
      }
    }

    package var errorCode = ErrorCode.none
    package var errorMessage: String?
    package var groupID = ""
    package var groupState = ""
    package var groupEpoch: Int32 = 0
    package var assignmentEpoch: Int32 = 0
    package var topology: Topology?
    package var members: [Member] = []
    package var authorizedOperations = AuthorizedOperations()

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&errorCode, "ErrorCode")
      try wire.field(&errorMessage, "ErrorMessage")
      try wire.field(&groupID, "GroupId")
      try wire.field(&groupState, "GroupState")
      try wire.field(&groupEpoch, "GroupEpoch")
      try wire.field(&assignmentEpoch, "AssignmentEpoch")
      try wire.field(&topology, "Topology")
      try wire.field(&members, "Members")
      try wire.field(&authorizedOperations, "AuthorizedOperations")
    }
  }

  package struct Endpoint: WireStruct {
    package var host = ""
    package var port: UInt16 = 0

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&host, "Host")
      try wire.field(&port, "Port")
    }
  }

  package struct TaskOffset: WireStruct {
    package var subtopologyID = ""
    package var partition: PartitionID = 0
    package var offset: Int64 = 0

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&subtopologyID, "SubtopologyId")
      try wire.field(&partition, "Partition")
      try wire.field(&offset, "Offset")
    }
  }

  package struct Assignment: WireStruct {
    package var activeTasks: [TaskIds] = []
    package var standbyTasks: [TaskIds] = []
    package var warmupTasks: [TaskIds] = []

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&activeTasks, "ActiveTasks")
      try wire.field(&standbyTasks, "StandbyTasks")
      try wire.field(&warmupTasks, "WarmupTasks")
    }
  }

  package struct TaskIds: WireStruct {
    package var subtopologyID = ""
    package var partitions: [PartitionID] = []

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&subtopologyID, "SubtopologyId")
      try wire.field(&partitions, "Partitions")
    }
  }

  package struct KeyValue: WireStruct {
    package var key = ""
    package var value = ""

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&key, "Key")
      try wire.field(&value, "Value")
    }
  }

  package struct TopicInfo: WireStruct {
    package var name = ""
    package var partitions: Int32 = 0
    package var replicationFactor: Int16 = 0
    package var topicConfigs: [KeyValue] = []

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&name, "Name")
      try wire.field(&partitions, "Partitions")
      try wire.field(&replicationFactor, "ReplicationFactor")
      try wire.field(&topicConfigs, "TopicConfigs")
    }
  }

  package var throttleTimeMilliseconds: Int32 = 0
  package var groups: [Group] = []

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&throttleTimeMilliseconds, "ThrottleTimeMs")
    try wire.field(&groups, "Groups")
  }
}
