import Kafka
import Systemd

/// A client's connection to one of the brokers.
final class Peer {
  /// Requests of one connection are answered in order, one after the other; so many may wait behind it.
  static let queueLimit = 100

  let id: UInt64
  let broker: BrokerID
  let socket: LoopbackSocket
  var watch: DescriptorWatch?
  /// For a request that waits, or the next byte of a slow answer.
  var timer: LoopTimer?
  var assembler = FrameAssembler()
  /// Requests that came and were not looked at yet.
  var queue: [[UInt8]] = []
  var pending: PendingRequest?
  var isDripping = false
  var closesWhenSent = false
  private(set) var output: ArraySlice<UInt8> = []

  init(_ id: UInt64, _ socket: LoopbackSocket, broker: BrokerID) {
    self.id = id
    self.socket = socket
    self.broker = broker
  }

  /// Not watched any more when it is closed: a child that inherited it would keep it ready for ever.
  deinit {
    watch = nil
  }

  var isReadyForNext: Bool { pending == nil && output.isEmpty && !queue.isEmpty }

  func take(_ delivery: Delivery) {
    output += delivery.bytes
    isDripping = delivery.isDripped
    closesWhenSent = delivery.closesAfterwards
  }

  /// Sends what the kernel takes; false when the connection is done with.
  func flush() -> Bool {
    while !output.isEmpty {
      guard let sent = socket.send(isDripping ? output.prefix(1) : output) else { return false }
      output = output.dropFirst(sent)
      if sent == 0 || isDripping { break }
    }
    if output.isEmpty { output = [] }
    return !(output.isEmpty && closesWhenSent)
  }

  func updateInterest() {
    var interest: Readiness = queue.count < Self.queueLimit ? .readable : []
    if !output.isEmpty, !isDripping { interest.insert(.writable) }
    try? watch?.change(to: interest)
  }
}
