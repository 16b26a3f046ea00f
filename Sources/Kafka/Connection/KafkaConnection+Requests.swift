extension KafkaConnection {
  /// Asks in the newest version that both sides speak.
  ///
  /// Without a reply within the deadline the connection is closed, for all that waits behind it waits as well.
  @concurrent
  package nonisolated func send<Request: KafkaRequest>(
    _ request: Request, deadline: Duration
  ) async throws(KafkaError) -> Request.Response {
    guard let version = await versions.version(of: Request.api) else {
      throw counted(failure(.unsupportedAPI, Request.api.key))
    }
    return try await send(request, version: version, deadline: deadline)
  }

  @concurrent
  nonisolated func send<Request: KafkaRequest>(
    _ request: Request, version: Int16, deadline: Duration
  ) async throws(KafkaError) -> Request.Response {
    let key = Request.api.key
    let id = await nextCorrelationID()
    do throws(KafkaError) {
      let frame = try readable(key) { () throws(WireError) in
        try request.frame(version: version, correlationID: id, clientID: settings.clientID)
      }
      let reply = try await exchange(frame, id, key, deadline: deadline)
      return try readable(key) { () throws(WireError) in
        try Request.response(from: reply, version: version)
      }
    } catch {
      throw counted(error)
    }
  }

  private nonisolated func readable<Value>(
    _ api: APIKey, _ body: () throws(WireError) -> Value
  ) throws(KafkaError) -> Value {
    do throws(WireError) {
      return try body()
    } catch {
      throw failure(.unusable(error), api)
    }
  }

  nonisolated func counted(_ error: KafkaError) -> KafkaError {
    if let api = error.api { meter.count(error: error.kind.label, in: api) }
    return error
  }
}
