/// How much of a document is read before it is refused.
package struct YAMLLimits: Sendable {
  package let bytes: Int
  package let depth: Int
  package let nodes: Int

  package init(bytes: Int = 1 << 20, depth: Int = 64, nodes: Int = 100_000) {
    self.bytes = bytes
    self.depth = depth
    self.nodes = nodes
  }
}
