extension EventLoop {
  /// Calls `handler` on the loop's thread whenever, and as long as, the descriptor is ready, until the watch
  /// is released.
  ///
  /// Only on the loop.
  package func watch(
    _ descriptor: CInt, for interest: Readiness, _ handler: @escaping (Readiness) -> Void
  ) throws(SystemError) -> DescriptorWatch {
    checkIsolated()
    let id = newIdentifier()
    try addSource(id, descriptor, for: interest, handler)
    return DescriptorWatch(id, for: interest, on: self)
  }

  func addSource(
    _ id: UInt64, _ descriptor: CInt, for interest: Readiness, _ handler: @escaping (Readiness) -> Void
  ) throws(SystemError) {
    guard work.isRunning else { throw SystemError("watch descriptor \(descriptor)", .loopStopped) }
    sources[id] = try DescriptorSource(descriptor, for: interest, on: event, handler)
  }

  func removeSource(_ id: UInt64) {
    // Held until the table is no longer being changed: what dies with the handler may remove sources too.
    let removed = sources.removeValue(forKey: id)
    removed?.end()
    withExtendedLifetime(removed) {}
  }
}
