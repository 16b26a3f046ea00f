/// What a process has at the moment; nil is not known.
package struct ProcessGauges: Sendable, Hashable {
  package var residentBytes: UInt64?
  package var virtualBytes: UInt64?
  package var swapBytes: UInt64?
  package var openDescriptors: Int?
  /// Nil also where there is no limit.
  package var descriptorLimit: UInt64?
  package var threads: Int?
  package var memoryMaps: Int?
  package var oomScore: Int?

  package init() {}
}
