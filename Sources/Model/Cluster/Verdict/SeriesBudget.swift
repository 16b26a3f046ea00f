/// How fine the page may be, and why.
package struct SeriesBudget: Sendable, Hashable {
  package let granularity: Granularity
  /// What `partition` granularity would come to.
  package let wanted: Int
  package let limit: Int
  /// Coarser than asked for, because the budget does not allow more.
  package let fellBack: Bool

  package init(granularity: Granularity, wanted: Int, limit: Int, fellBack: Bool) {
    self.granularity = granularity
    self.wanted = wanted
    self.limit = limit
    self.fellBack = fellBack
  }
}
