/// One part of a Java virtual machine's memory.
package struct JVMPool: Sendable, Hashable {
  package enum Area: String, Sendable {
    case heap
    case nonheap
  }

  package let area: Area
  package let name: String
  package var usedBytes: UInt64?
  package var committedBytes: UInt64?
  package var limitBytes: UInt64?

  package init(
    area: Area, name: String, usedBytes: UInt64? = nil, committedBytes: UInt64? = nil,
    limitBytes: UInt64? = nil
  ) {
    self.area = area
    self.name = name
    self.usedBytes = usedBytes
    self.committedBytes = committedBytes
    self.limitBytes = limitBytes
  }
}
