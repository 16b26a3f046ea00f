/// How large the cluster is, and where it listens.
struct Size {
  /// One broker each; 0 is any free port.
  var ports: [UInt16] = [0, 0, 0]
  var topics = 1000
  /// Of every topic.
  var partitions = 100
  /// Each reads one topic.
  var groups = 1000

  /// `nil`: the arguments make no sense.
  init?(_ arguments: some Sequence<String>) {
    var iterator = arguments.makeIterator()
    while let option = iterator.next() {
      guard let value = iterator.next() else { return nil }
      let numbers = value.split(separator: ",").compactMap { Int($0) }
      guard let first = numbers.first, numbers.allSatisfy({ $0 >= 0 }) else { return nil }
      switch option {
      case "--ports": ports = numbers.map { UInt16(clamping: $0) }
      case "--topics": topics = first
      case "--partitions": partitions = first
      case "--groups": groups = first
      default: return nil
      }
    }
  }
}
