import Glibc

/// Runs something that blocks on a thread of its own, where it holds up nobody's tasks: Dispatch's queues share
/// their threads with the tasks.
func offPool<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
  try await withCheckedThrowingContinuation { continuation in
    let work = unsafe Unmanaged.passRetained(Work { continuation.resume(with: Result(catching: body)) })
    var thread = pthread_t()
    let failure = unsafe pthread_create(
      &thread, nil,
      { work in
        if let work = unsafe work { unsafe Unmanaged<Work>.fromOpaque(work).takeRetainedValue().run() }
        return nil
      }, work.toOpaque())
    guard failure == 0 else {
      unsafe work.release()
      return continuation.resume(throwing: NoThread(code: failure))
    }
    pthread_detach(thread)
  }
}

private struct NoThread: Error {
  let code: CInt
}

private final class Work: Sendable {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) {
    self.run = run
  }
}
