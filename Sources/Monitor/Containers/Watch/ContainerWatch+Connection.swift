import Model
import Transport

extension ContainerWatch {
  /// The engine that answers, and how to talk to it; found out anew after every failure, for it may be another one.
  @discardableResult
  func connect() async throws(EngineError) -> ContainerEngine {
    if let engine { return engine }
    let addresses = settings.address.map { [$0] } ?? EngineAddress.usual
    var failure: EngineError?
    for address in addresses {
      let candidate = ContainerEngine(
        address: address, tls: settings.tls, client: client, deadline: settings.requestDeadline,
        usageDeadline: settings.usageDeadline)
      do throws(EngineError) {
        version = try await spokenVersion(candidate)
        engine = candidate
        wasFound = true
        return candidate
      } catch {
        // A socket that is there and refuses says more than one that is not.
        if failure.map(\.isAboutMissingSocket) ?? true { failure = error }
        if !error.isAboutMissingSocket { break }
      }
    }
    throw failure ?? EngineError(.noTimeLeft, "there is no address to ask")
  }

  private func spokenVersion(_ engine: ContainerEngine) async throws(EngineError) -> EngineVersion? {
    guard let newest = try await engine.ping() else { return nil }
    guard newest > .newestKnown else { return newest }
    // A proxy may not let us ask; most likely the newest that we know will do.
    let oldest = try? await engine.oldestVersion()
    return EngineVersion.spoken(oldest: oldest ?? nil, newest: newest)
  }

  /// What a failed request says about all the others.
  func note(_ error: EngineError) {
    if error.endsConnection { forgetConnection() }
  }

  /// Too much may have happened that a list does not tell.
  func forgetConnection() {
    engine = nil
    (isListDue, isEverythingDue) = (true, true)
  }
}
