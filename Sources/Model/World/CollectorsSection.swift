/// How every collector fares, the ones that are switched off included.
package struct CollectorsSection: Sendable {
  package let collectors: [CollectorStatus]

  package init(collectors: [CollectorStatus]) {
    self.collectors = collectors
  }
}
