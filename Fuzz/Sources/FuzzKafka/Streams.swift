import Kafka

func checkBatches(_ bytes: [UInt8]) {
  guard let stored = try? StoredBatch.all(in: bytes) else { return }
  for case .batch(let batch) in stored {
    _ = batch.header.recordTime
    guard let records = try? batch.uncompressedRecords() else { continue }
    let written = RecordBatch.bytes(of: records, baseTimestamp: 0)
    guard case .batch(let again)? = try? StoredBatch.all(in: written).first else {
      precondition(false, "what was written is no batch")
      return
    }
    precondition(again.isIntact)
    let values = try? again.uncompressedRecords()?.map(\.value)
    precondition(values == records.map(\.value))
  }
}

func checkConsumerProtocol(_ bytes: [UInt8]) {
  if let assignment = try? ConsumerAssignment.read(bytes) {
    let written = try? ConsumerProtocol.bytes(of: assignment, version: 0)
    precondition((try? ConsumerAssignment.read(written ?? [])) == assignment)
  }
  if let subscription = try? ConsumerSubscription.read(bytes) {
    let written = try? ConsumerProtocol.bytes(of: subscription, version: 3)
    precondition((try? ConsumerSubscription.read(written ?? [])) == subscription)
  }
}

/// However a stream is cut, the same frames come out of it.
func checkFrames(_ bytes: [UInt8], piece: Int) {
  var whole = FrameAssembler(limit: 1000)
  var cut = FrameAssembler(limit: 1000)
  guard let expected = try? whole.append(bytes) else { return }
  var arrivals: [FrameAssembler.Arrival] = []
  for start in stride(from: 0, to: bytes.count, by: piece) {
    guard let more = try? cut.append(Array(bytes[start..<min(start + piece, bytes.count)])) else {
      precondition(false, "the same bytes in pieces are refused")
      return
    }
    arrivals += more
  }
  precondition(arrivals == expected)
}
