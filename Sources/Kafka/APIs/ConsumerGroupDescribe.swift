/// The state and members of groups of the new protocol (KIP-848). Their coordinator answers.
package struct ConsumerGroupDescribeRequest: KafkaRequest {
  package static let api = KafkaAPI(.consumerGroupDescribe, versions: 0...1, flexibleFrom: 0)
  package typealias Response = ConsumerGroupDescribeResponse

  package var groupIDs: [String] = []
  package var includeAuthorizedOperations = false

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&groupIDs, "GroupIds")
    try wire.field(&includeAuthorizedOperations, "IncludeAuthorizedOperations")
  }
}

package struct ConsumerGroupDescribeResponse: WireStruct {
  package struct Group: WireStruct {
    package struct Member: WireStruct {
      package var memberID = ""
      package var instanceID: String?
      package var rackID: String?
      package var memberEpoch: Int32 = 0
      package var clientID = ""
      package var clientHost = ""
      package var subscribedTopicNames: [String] = []
      package var subscribedTopicRegex: String?
      package var assignment = Assignment()
      package var targetAssignment = Assignment()
      package var memberType: Int8?

      package init() {}

      package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
        try wire.field(&memberID, "MemberId")
        try wire.field(&instanceID, "InstanceId")
        try wire.field(&rackID, "RackId")
        try wire.field(&memberEpoch, "MemberEpoch")
        try wire.field(&clientID, "ClientId")
        try wire.field(&clientHost, "ClientHost")
        try wire.field(&subscribedTopicNames, "SubscribedTopicNames")
        try wire.field(&subscribedTopicRegex, "SubscribedTopicRegex")
        try wire.field(&assignment, "Assignment")
        try wire.field(&targetAssignment, "TargetAssignment")
        if wire.version >= 1 { try wire.field(&memberType, "MemberType") }
      }
    }

    package var errorCode = ErrorCode.none
    package var errorMessage: String?
    package var groupID = ""
    package var groupState = ""
    package var groupEpoch: Int32 = 0
    package var assignmentEpoch: Int32 = 0
    package var assignorName = ""
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
      try wire.field(&assignorName, "AssignorName")
      try wire.field(&members, "Members")
      try wire.field(&authorizedOperations, "AuthorizedOperations")
    }
  }

  package struct TopicPartitions: WireStruct {
    package var topicID = KafkaUUID()
    package var topicName = ""
    package var partitions: [PartitionID] = []

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&topicID, "TopicId")
      try wire.field(&topicName, "TopicName")
      try wire.field(&partitions, "Partitions")
    }
  }

  package struct Assignment: WireStruct {
    package var topicPartitions: [TopicPartitions] = []

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&topicPartitions, "TopicPartitions")
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
