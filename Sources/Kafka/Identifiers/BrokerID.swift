/// The number of a broker or controller: `node.id`, in older releases `broker.id`.
package struct BrokerID: WireIdentifier {
  package let rawValue: Int32

  package init(rawValue: Int32) {
    self.rawValue = rawValue
  }
}
