import Model

/// What people must know to get the canary going.
enum CanaryNotice: Hashable {
  enum Right: String {
    case write = "WRITE"
    case read = "READ"
  }

  /// What makes two of them the same news, whatever words a broker finds.
  enum Subject: Hashable {
    case right(Right)
    case creation
    case cover(NodeID)
  }

  case mayNot(Right, topic: String, String)
  case cannotCreate(topic: String, String, String?)
  case uncovered(NodeID, topic: String)

  var subject: Subject {
    switch self {
    case .mayNot(let right, _, _): .right(right)
    case .cannotCreate: .creation
    case .uncovered(let broker, _): .cover(broker)
    }
  }
}

extension CanaryNotice: CustomStringConvertible {
  var description: String {
    let again = "It tries again every \(Int(CanaryRests.length.seconds) / 60) minutes."
    return switch self {
    case .mayNot(let right, let topic, let code):
      "The canary has no right to \(right.rawValue) on the topic '\(topic)' (\(code)). Allow this user DESCRIBE, WRITE and READ "
        + "on it, or switch the canary off. \(again)"
    case .cannotCreate(let topic, let code, let message):
      "The canary cannot create its topic '\(topic)' (\(code)\(message.map { ": \($0.prefix(200))" } ?? "")). Allow "
        + "this user CREATE and DESCRIBE on it, or create it with one partition led by each broker. \(again)"
    case .uncovered(let broker, let topic):
      "Broker \(broker) is the first replica of no partition of the canary's topic '\(topic)', so no record goes through "
        + "it. Add a partition there with `kafka-topics.sh --alter --replica-assignment`, or delete the topic and it is "
        + "made anew."
    }
  }
}
