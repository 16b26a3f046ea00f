/// Which names are watched: those that one of the first patterns matches and none of the others.
package struct NameFilter: Sendable, Hashable {
  private let included: NamePatternSet
  private let excluded: NamePatternSet

  package init(include: [NamePattern] = [.everything], exclude: [NamePattern] = []) {
    included = NamePatternSet(include)
    excluded = NamePatternSet(exclude)
  }

  package static let everything = NameFilter()

  package func includes(_ name: String) -> Bool {
    included.matches(name) && !excluded.matches(name)
  }
}
