/// Down to what the page shows a cluster.
package enum Granularity: String, Sendable, Hashable {
  case partition, topic
}
