/// What a running container has used since it was started.
package struct ContainerUsage: Sendable, Hashable {
  package var userTime: Duration?
  package var systemTime: Duration?
  package var throttledTime: Duration?
  /// Page cache included.
  package var memory: UInt64?
  /// Without the page cache that the kernel would give up first.
  package var workingSet: UInt64?
  /// Over all interfaces; nil when it shares the host's.
  package var traffic: ContainerTraffic?
  package var blockBytesRead: UInt64?
  package var blockBytesWritten: UInt64?
  package var processes: UInt64?

  package init() {}
}
