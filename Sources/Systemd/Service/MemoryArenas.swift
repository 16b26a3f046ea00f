internal import CShims

/// glibc keeps memory apart for every few threads, and what one of them frees no other gets: the threads of the global pool each come
/// to hold what the largest cycle took.
package enum MemoryArenas {
  /// Before there are other threads.
  package static func shareOne() {
    _ = shim_limit_arenas(1)
  }
}
