import Kafka

/// Turns what came over a connection into a request, as far as the broker asked offers that.
enum RequestReader {
  enum Outcome {
    case request(PendingRequest)
    /// Something that can be answered without looking any further.
    case reply([UInt8])
    /// Brokers close the connection of a client that they do not understand.
    case unusable(String)
  }

  static func read(
    _ payload: [UInt8], for node: SimulatedNode, arrival: Int64, count: (APIKey) -> Void
  ) -> Outcome {
    var cursor = ByteCursor(payload)
    guard let header = try? RequestHeader(reading: &cursor) else {
      return .unusable("A request of \(payload.count) bytes has no header.")
    }
    guard let key = APIKey(rawValue: header.apiKey),
      let type = KafkaRequests.request(key) as? any SimulatedRequest.Type
    else { return .unusable("API \(header.apiKey) is not simulated.") }
    count(key)
    let name = "\(key.name) v\(header.apiVersion)"
    guard node.versions[key]?.contains(header.apiVersion) == true else {
      guard key == .apiVersions else { return .unusable("\(name) is not offered by broker \(node.id).") }
      return unknownVersion(node, header.correlationID)
    }
    guard type.api.codedVersions.contains(header.apiVersion) else {
      return .unusable("\(name) is offered, and cannot be simulated.")
    }
    do throws(WireError) {
      let request: any SimulatedRequest = try type.init(body: cursor, version: header.apiVersion)
      return .request(
        PendingRequest(
          request: request, api: type.api, version: header.apiVersion, correlationID: header.correlationID,
          clientID: header.clientID, broker: node.id, arrival: arrival))
    } catch {
      return .unusable(error.description)
    }
  }

  /// The answer to ApiVersions in a version that nobody knows is in the oldest, and says which there are.
  private static func unknownVersion(_ node: SimulatedNode, _ correlationID: Int32) -> Outcome {
    let response = ApiVersionsResponse {
      $0.errorCode = .unsupportedVersion
      $0.apiKeys = [
        ApiVersionsResponse.Supported {
          $0.apiKey = APIKey.apiVersions.rawValue
          $0.minVersion = node.versions[.apiVersions]?.lowerBound ?? 0
          $0.maxVersion = node.versions[.apiVersions]?.upperBound ?? 0
        }
      ]
    }
    let frame = try? ApiVersionsRequest.frame(of: response, version: 0, correlationID: correlationID)
    return frame.map { .reply($0) } ?? .unusable("ApiVersions could not be refused.")
  }
}
