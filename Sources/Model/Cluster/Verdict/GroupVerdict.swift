/// What is judged of one group, in the order of the reading's groups.
package struct GroupVerdict: Sendable, Hashable {
  /// Nil where nothing is committed or not enough was seen yet to say.
  package var status: GroupStatus?
  package var causes: StatusCauses = []
  package var members: Int?
  /// Members without a single partition.
  package var emptyMembers: Int?
  package var rebalances: UInt64 = 0
  /// Its rows among the verdict's group topics.
  package var topics: Range<Int> = 0..<0

  package init() {}
}
