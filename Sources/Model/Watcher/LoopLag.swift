/// How late one event loop ran what was due.
package struct LoopLag: Sendable, Hashable {
  package let loop: String
  package let seconds: Histogram

  package init(loop: String, seconds: Histogram) {
    self.loop = loop
    self.seconds = seconds
  }
}
