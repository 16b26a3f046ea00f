extension RowWriter {
  /// A state set: one row for each declared state, 1 for the current one and 0 for the others.
  package mutating func write<each Label: LabelValue>(state: String?, _ labels: repeat each Label) {
    guard let state else { return }
    for (name, label) in family.states {
      guard begin(family.name, repeat each labels, then: label) else { return }
      end(name == state)
    }
  }
}
