import Model
import Systemd
import Transport

/// Runs the body with a loop, and stops the loop when it has ended.
func withLoop<Result>(
  time: any TimeSource = SystemTime(), _ body: (EventLoop) async throws -> Result
) async throws -> Result {
  let loop = try EventLoop(name: "transport", time: time)
  defer { loop.stop() }
  return try await body(loop)
}

/// Runs the body with an HTTP client on a loop of its own.
func withClient<Result>(
  time: any TimeSource = SystemTime(), _ body: (HTTPClient) async throws -> Result
) async throws -> Result {
  try await withLoop(time: time) { loop in
    try await body(HTTPClient(on: loop, userAgent: "brokerwatch-tests"))
  }
}

/// The error of an exchange that must fail.
func failure(_ body: () async throws(TransportError) -> Void) async -> TransportError? {
  do throws(TransportError) {
    try await body()
    return nil
  } catch {
    return error
  }
}
