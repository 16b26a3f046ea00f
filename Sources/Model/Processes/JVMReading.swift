/// What a Java virtual machine shows in its performance data; its counters are among the process's.
package struct JVMReading: Sendable, Hashable {
  package var version: String?
  package var name: String?
  package var vendor: String?
  /// The name of its policy of garbage collection.
  package var collector: String?
  package var threads: Int?
  package var pools: [JVMPool] = []
  /// The most that all pools of the heap together may take.
  package var heapLimitBytes: UInt64?

  package init() {}
}
