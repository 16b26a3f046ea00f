package import Model

/// Puts the clusters that are watched side by side, each read at its own pace.
package final class ClusterBoard: Sendable {
  private struct Entry {
    let collector: String
    var section: ClusterSection
  }

  private let entries = Locked<[Entry]>([])
  private let store: WorldStore

  package init(store: WorldStore) {
    self.store = store
  }

  /// False when another collector watches the same cluster already: two would emit every series twice.
  func publish(_ section: ClusterSection, by collector: String) -> Bool {
    let sections = entries.withLock { entries -> [ClusterSection]? in
      if entries.contains(where: { $0.section.name == section.name && $0.collector != collector }) {
        return nil
      }
      entries.removeAll { $0.collector == collector }
      entries.append(Entry(collector: collector, section: section))
      return entries.map(\.section)
    }
    guard let sections else { return false }
    replace(sections)
    return true
  }

  /// When a cluster is not watched any more.
  func remove(_ collector: String) {
    replace(
      entries.withLock { entries in
        entries.removeAll { $0.collector == collector }
        return entries.map(\.section)
      })
  }

  private func replace(_ sections: [ClusterSection]) {
    // Every cluster carries its own age.
    store.replace(
      \.clusters, with: ClustersSection(clusters: sections.sorted { $0.name < $1.name }),
      staleAfter: .seconds(Int64.max))
  }
}
