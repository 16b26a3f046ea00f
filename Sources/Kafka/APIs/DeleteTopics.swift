/// Deletes topics: the canary's own, nothing else.
package struct DeleteTopicsRequest: KafkaRequest {
  package static let api = KafkaAPI(.deleteTopics, versions: 4...5, flexibleFrom: 4)
  package typealias Response = DeleteTopicsResponse

  package var topicNames: [String] = []
  package var timeoutMilliseconds: Int32 = 0

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&topicNames, "TopicNames")
    try wire.field(&timeoutMilliseconds, "TimeoutMs")
  }
}

package struct DeleteTopicsResponse: WireStruct {
  package struct Deletion: WireStruct {
    package var name = ""
    package var errorCode = ErrorCode.none
    package var errorMessage: String?

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&name, "Name")
      try wire.field(&errorCode, "ErrorCode")
      if wire.version >= 5 { try wire.field(&errorMessage, "ErrorMessage") }
    }
  }

  package var throttleTimeMilliseconds: Int32 = 0
  package var responses: [Deletion] = []

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&throttleTimeMilliseconds, "ThrottleTimeMs")
    try wire.field(&responses, "Responses")
  }
}
