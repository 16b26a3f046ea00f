import Kafka
import Testing

@Suite struct ErrorCodeTests {
  @Test(
    arguments: [
      (-1, "UNKNOWN_SERVER_ERROR"), (0, "NONE"), (16, "NOT_COORDINATOR"), (69, "GROUP_ID_NOT_FOUND"),
      (105, "TRANSACTIONAL_ID_NOT_FOUND"), (129, "REBOOTSTRAP_REQUIRED"),
      (133, "SHARE_SESSION_LIMIT_REACHED"),
      (134, "ERROR_134"), (-2, "ERROR_-2"),
    ] as [(Int16, String)])
  func `codes have Kafka's names`(code: Int16, name: String) {
    #expect(ErrorCode(rawValue: code).name == name)
  }

  @Test func `what a retry may cure is told from what it cannot`() {
    let curable: [ErrorCode] = [
      .unknownTopicOrPartition, .leaderNotAvailable, .notLeaderOrFollower, .requestTimedOut,
      .coordinatorLoadInProgress, .coordinatorNotAvailable, .notCoordinator, .notController,
      .kafkaStorageError,
      .offsetNotAvailable, .throttlingQuotaExceeded,
    ]
    let final: [ErrorCode] = [
      .none, .unknownServerError, .offsetOutOfRange, .topicAuthorizationFailed, .groupAuthorizationFailed,
      .saslAuthenticationFailed, .unsupportedVersion, .invalidRequest, .groupIDNotFound,
    ]
    #expect(curable.filter(\.isRetriable) == curable)
    #expect(final.filter(\.isRetriable).isEmpty)
  }

  @Test func `rights are single bits`() {
    let rights = AuthorizedOperations([.read, .describe])
    #expect(rights.allows(.read) && rights.allows(.describe) && !rights.allows(.write))
    #expect(!AuthorizedOperations().allows(.read))
    #expect(!AuthorizedOperations().wasAskedFor)
  }
}
