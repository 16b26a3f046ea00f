import Model
import Monitor

private let now = Timestamp(seconds: 2_000_000_000)

/// Any bytes as a file of saved offset histories: as they are, and once more with the right checksum at their end, which no chance finds.
///
/// Beyond not crashing: what is read can be written, and reads back as itself.
@c(LLVMFuzzerTestOneInput)
func readArchive(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  check(bytes)
  let body = bytes.dropLast(8)
  let sum = checksum(body)
  check(body + (0..<8).map { UInt8(truncatingIfNeeded: sum >> UInt64(56 - 8 * $0)) })
  return 0
}

private func check(_ bytes: [UInt8]) {
  guard let archive = try? OffsetArchive(decoding: bytes, now: now) else { return }
  for points in archive.topics.values.joined() {
    for point in points { precondition(archive.time(of: point) <= archive.savedAt) }
  }
  guard let again = try? OffsetArchive(decoding: archive.encoded(), now: now) else {
    preconditionFailure("what was written cannot be read: \(archive)")
  }
  precondition(again == archive, "\(archive)\n\(again)")
}

/// FNV-1a, 64 bits.
private func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
  bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
}
