extension Dictionary where Key: Comparable {
  /// Calls `body` for every entry by ascending key, so that a page's rows keep their order.
  ///
  /// Most dictionaries of a large section have one entry or none, and cost no allocation.
  func forEachInOrder(_ body: (Key, Value) -> Void) {
    if count > 1 {
      for (key, value) in sorted(by: { $0.key < $1.key }) { body(key, value) }
    } else {
      for (key, value) in self { body(key, value) }
    }
  }
}
