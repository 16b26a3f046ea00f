import Kafka
import Systemd
import Transport

extension ScriptedBroker {
  nonisolated var endpoint: StreamEndpoint { StreamEndpoint(host: "127.0.0.1", port: port) }

  /// Says that it speaks all that we do, and leaves every other request to the script.
  static func modern(_ script: @escaping Script) -> Script {
    { header, body in
      guard header.apiKey == APIKey.apiVersions.rawValue else { return try script(header, body) }
      return [.send(try reply(ApiVersionsRequest.self, everything, to: header))]
    }
  }

  static var everything: ApiVersionsResponse {
    offering(KafkaRequests.apis.map { ($0.key, $0.versions) })
  }

  static func offering(_ ranges: [(APIKey, ClosedRange<Int16>)]) -> ApiVersionsResponse {
    var response = ApiVersionsResponse()
    response.apiKeys = ranges.map { key, range in
      var supported = ApiVersionsResponse.Supported()
      supported.apiKey = key.rawValue
      supported.minVersion = range.lowerBound
      supported.maxVersion = range.upperBound
      return supported
    }
    return response
  }

  static func reply<Request: KafkaRequest>(
    _: Request.Type, _ response: Request.Response, to header: RequestHeader
  ) throws -> [UInt8] {
    try Request.frame(of: response, version: header.apiVersion, correlationID: header.correlationID)
  }

  /// A description of just the topics that were asked for.
  static func metadata(_ header: RequestHeader, _ body: ByteCursor) throws -> [UInt8] {
    let request = try MetadataRequest(body: body, version: header.apiVersion)
    var response = MetadataResponse()
    response.topics = (request.topics ?? []).map { asked in
      var topic = MetadataResponse.Topic()
      topic.name = asked.name
      return topic
    }
    return try reply(MetadataRequest.self, response, to: header)
  }
}

extension MetadataRequest {
  init(topic: String) {
    self.init()
    var asked = Topic()
    asked.name = topic
    topics = [asked]
  }
}
