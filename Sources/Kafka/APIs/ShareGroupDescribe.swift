/// The state and members of share groups (KIP-932). Their coordinator answers.
package struct ShareGroupDescribeRequest: KafkaRequest {
  package static let api = KafkaAPI(.shareGroupDescribe, versions: 1...1, flexibleFrom: 0)
  package typealias Response = ShareGroupDescribeResponse

  package var groupIDs: [String] = []
  package var includeAuthorizedOperations = false

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&groupIDs, "GroupIds")
    try wire.field(&includeAuthorizedOperations, "IncludeAuthorizedOperations")
  }
}

package struct ShareGroupDescribeResponse: WireStruct {
  package struct Group: WireStruct {
    package struct Member: WireStruct {
      package var memberID = ""
      package var rackID: String?
      package var memberEpoch: Int32 = 0
      package var clientID = ""
      package var clientHost = ""
      package var subscribedTopicNames: [String] = []
      package var assignment = Assignment()

      package init() {}

      package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
        try wire.field(&memberID, "MemberId")
        try wire.field(&rackID, "RackId")
        try wire.field(&memberEpoch, "MemberEpoch")
        try wire.field(&clientID, "ClientId")
        try wire.field(&clientHost, "ClientHost")
        try wire.field(&subscribedTopicNames, "SubscribedTopicNames")
        try wire.field(&assignment, "Assignment")
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
