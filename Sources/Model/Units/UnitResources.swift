/// What a unit's cgroup uses; nil where systemd does not account for it.
package struct UnitResources: Sendable, Hashable {
  package var memoryBytes: UInt64?
  package var memoryPeakBytes: UInt64?
  package var cpuNanoseconds: UInt64?
  package var tasks: UInt64?
  package var readBytes: UInt64?
  package var writeBytes: UInt64?

  package init() {}
}
