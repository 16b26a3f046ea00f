/// Something that waits to run on a loop.
struct QueuedWork: Sendable {
  enum Action: Sendable {
    /// A piece of a task, which must run in the end or its task hangs for ever.
    case job(UnownedJob)
    case call(@Sendable () -> Void)
  }

  let action: Action
  /// When it was enqueued, since boot.
  let due: Duration
}
