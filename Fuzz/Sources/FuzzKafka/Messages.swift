import Kafka

/// `bytes` are what follows the correlation id.
func checkResponse<Request: KafkaRequest>(of _: Request.Type, _ version: Int16, _ bytes: [UInt8]) {
  guard let response = try? Request.response(from: [0, 0, 0, 1] + bytes, version: version) else { return }
  // The one reply that comes in another version than the one asked for.
  if let versions = response as? ApiVersionsResponse, versions.errorCode == .unsupportedVersion { return }
  do throws(WireError) {
    let frame = try Request.frame(of: response, version: version, correlationID: 1)
    let again = try Request.response(from: Array(frame.dropFirst(4)), version: version)
    precondition(again == response, "\(response)\n\(again)")
  } catch {
    precondition(false, "\(error)\n\(response)")
  }
}

/// `bytes` are what follows the client id.
func checkRequest<Request: KafkaRequest>(_: Request.Type, _ version: Int16, _ bytes: [UInt8]) {
  guard let request = try? Request(body: ByteCursor(bytes), version: version) else { return }
  do throws(WireError) {
    let frame = try request.frame(version: version, correlationID: 1, clientID: "fuzz")
    var cursor = ByteCursor(Array(frame.dropFirst(4)))
    let header = try RequestHeader(reading: &cursor)
    precondition(header.apiKey == Request.api.key.rawValue && header.clientID == "fuzz")
    let again = try Request(body: cursor, version: version)
    precondition(again == request, "\(request)\n\(again)")
  } catch {
    precondition(false, "\(error)\n\(request)")
  }
}
