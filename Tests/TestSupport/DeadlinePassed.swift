/// Something that a test waited for did not happen in time.
package struct DeadlinePassed: Error, CustomStringConvertible {
  package let awaited: String
  package let limit: Duration

  package var description: String {
    "Waited \(limit) in vain for this: \(awaited)."
  }
}
