import Synchronization

#if TSAN
  internal import CShims
#endif

/// A value behind a mutex whose edges ThreadSanitizer can see.
///
/// `Mutex` alone gives false reports under ThreadSanitizer: the runtime that holds it is not instrumented.
package final class Locked<Value>: Sendable {
  private let mutex: Mutex<Value>

  package init(_ value: consuming sending Value) {
    mutex = Mutex(value)
  }

  package func withLock<Result, Failure: Error>(
    _ body: (inout sending Value) throws(Failure) -> sending Result
  ) throws(Failure) -> sending Result {
    try mutex.withLock { value throws(Failure) in
      #if TSAN
        unsafe __tsan_acquire(Unmanaged.passUnretained(self).toOpaque())
        defer { unsafe __tsan_release(Unmanaged.passUnretained(self).toOpaque()) }
      #endif
      return try body(&value)
    }
  }
}
