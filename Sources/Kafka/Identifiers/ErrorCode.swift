/// The outcome of a request, or of one item of it.
package struct ErrorCode: WireElement, Hashable, RawRepresentable {
  package private(set) var rawValue: Int16

  package init() {
    rawValue = 0
  }

  package init(rawValue: Int16) {
    self.rawValue = rawValue
  }

  package var isSuccess: Bool { self == .none }

  package mutating func code<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.integer(&rawValue)
  }
}

/// The codes that somebody here treats differently from the rest.
extension ErrorCode {
  package static let unknownServerError = ErrorCode(rawValue: -1)
  package static let none = ErrorCode(rawValue: 0)
  package static let offsetOutOfRange = ErrorCode(rawValue: 1)
  package static let corruptMessage = ErrorCode(rawValue: 2)
  package static let unknownTopicOrPartition = ErrorCode(rawValue: 3)
  package static let leaderNotAvailable = ErrorCode(rawValue: 5)
  package static let notLeaderOrFollower = ErrorCode(rawValue: 6)
  package static let requestTimedOut = ErrorCode(rawValue: 7)
  package static let replicaNotAvailable = ErrorCode(rawValue: 9)
  package static let networkException = ErrorCode(rawValue: 13)
  package static let coordinatorLoadInProgress = ErrorCode(rawValue: 14)
  package static let coordinatorNotAvailable = ErrorCode(rawValue: 15)
  package static let notCoordinator = ErrorCode(rawValue: 16)
  package static let invalidTopic = ErrorCode(rawValue: 17)
  package static let notEnoughReplicas = ErrorCode(rawValue: 19)
  package static let notEnoughReplicasAfterAppend = ErrorCode(rawValue: 20)
  package static let illegalGeneration = ErrorCode(rawValue: 22)
  package static let inconsistentGroupProtocol = ErrorCode(rawValue: 23)
  package static let invalidGroupID = ErrorCode(rawValue: 24)
  package static let unknownMemberID = ErrorCode(rawValue: 25)
  package static let invalidSessionTimeout = ErrorCode(rawValue: 26)
  package static let rebalanceInProgress = ErrorCode(rawValue: 27)
  package static let topicAuthorizationFailed = ErrorCode(rawValue: 29)
  package static let groupAuthorizationFailed = ErrorCode(rawValue: 30)
  package static let clusterAuthorizationFailed = ErrorCode(rawValue: 31)
  package static let unsupportedSASLMechanism = ErrorCode(rawValue: 33)
  package static let illegalSASLState = ErrorCode(rawValue: 34)
  package static let unsupportedVersion = ErrorCode(rawValue: 35)
  package static let topicAlreadyExists = ErrorCode(rawValue: 36)
  package static let invalidReplicationFactor = ErrorCode(rawValue: 38)
  package static let notController = ErrorCode(rawValue: 41)
  package static let invalidRequest = ErrorCode(rawValue: 42)
  package static let transactionalIDAuthorizationFailed = ErrorCode(rawValue: 53)
  package static let kafkaStorageError = ErrorCode(rawValue: 56)
  package static let logDirNotFound = ErrorCode(rawValue: 57)
  package static let saslAuthenticationFailed = ErrorCode(rawValue: 58)
  package static let delegationTokenAuthorizationFailed = ErrorCode(rawValue: 65)
  package static let groupIDNotFound = ErrorCode(rawValue: 69)
  package static let listenerNotFound = ErrorCode(rawValue: 72)
  package static let fencedLeaderEpoch = ErrorCode(rawValue: 74)
  package static let unknownLeaderEpoch = ErrorCode(rawValue: 75)
  package static let offsetNotAvailable = ErrorCode(rawValue: 78)
  package static let memberIDRequired = ErrorCode(rawValue: 79)
  package static let groupMaxSizeReached = ErrorCode(rawValue: 81)
  package static let unstableOffsetCommit = ErrorCode(rawValue: 88)
  package static let throttlingQuotaExceeded = ErrorCode(rawValue: 89)
  package static let unknownTopicID = ErrorCode(rawValue: 100)
  package static let inconsistentTopicID = ErrorCode(rawValue: 103)
  package static let transactionalIDNotFound = ErrorCode(rawValue: 105)
  package static let staleMemberEpoch = ErrorCode(rawValue: 113)
  package static let mismatchedEndpointType = ErrorCode(rawValue: 114)
  package static let unsupportedEndpointType = ErrorCode(rawValue: 115)
  package static let rebootstrapRequired = ErrorCode(rawValue: 129)
}
