/// What the kernel says of one process; what could not be read is nil.
package struct ProcessUsage: Sendable, Hashable {
  package var cpuSeconds: Double?
  package var residentBytes: UInt64?
  package var virtualBytes: UInt64?
  package var virtualLimitBytes: UInt64?
  package var openDescriptors: Int?
  package var descriptorLimit: UInt64?
  package var threads: Int?
  package var startTime: Timestamp?

  package init() {}
}
