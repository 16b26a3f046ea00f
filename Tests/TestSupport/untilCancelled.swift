/// Waits for nothing but the end of its task.
package func untilCancelled() async {
  let (never, end) = AsyncStream<Void>.makeStream()
  for await _ in never {}
  withExtendedLifetime(end) {}
}
