import Kafka

/// What kept the canary from sending or reading.
enum CanaryTrouble: Error, Equatable {
  case connection(KafkaError)
  case refused(ErrorCode)
  /// The broker answered something else than what it was asked.
  case malformed
  /// What went out did not come back in time.
  case late

  /// For a metric's label: one of few words.
  var label: String {
    switch self {
    case .connection(let error): error.kind.label
    case .refused(let code): code.name
    case .malformed: "malformed_reply"
    case .late: "timeout"
    }
  }

  /// Nothing changes until somebody gives us the right.
  var isAboutRights: Bool {
    switch self {
    case .refused(let code): [.topicAuthorizationFailed, .clusterAuthorizationFailed].contains(code)
    default: false
    }
  }
}
