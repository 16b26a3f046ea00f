/// Waits until `condition` holds, and throws when it still does not after `limit`.
///
/// It asks again every few milliseconds: for what cannot be awaited, and for nothing else.
package func eventually(
  _ awaited: String, within limit: Duration = .seconds(60), _ condition: () async throws -> Bool
) async throws {
  let deadline = ContinuousClock.now + limit
  while try await !condition() {
    guard ContinuousClock.now < deadline else { throw DeadlinePassed(awaited: awaited, limit: limit) }
    try await Task.sleep(for: .milliseconds(2))
  }
}
