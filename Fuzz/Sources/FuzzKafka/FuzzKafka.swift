import Kafka

/// Any bytes as any message. The first byte picks the API or one of the other formats, the second the version, the third the direction.
///
/// Beyond not crashing: what is read can be written, and reads back as itself.
@c(LLVMFuzzerTestOneInput)
func readKafka(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count >= 3 else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let choice = Int(bytes[0])
  let rest = Array(bytes[3...])
  if choice < KafkaRequests.all.count {
    let request = KafkaRequests.all[choice]
    let versions = request.api.codedVersions
    let version = versions.lowerBound + Int16(bytes[1]) % Int16(versions.count)
    if bytes[2] % 2 == 0 {
      checkResponse(of: request, version, rest)
    } else {
      checkRequest(request, version, rest)
    }
  } else {
    switch choice % 3 {
    case 0: checkBatches(rest)
    case 1: checkConsumerProtocol(rest)
    default: checkFrames(rest, piece: Int(bytes[1]) + 1)
    }
  }
  return 0
}
