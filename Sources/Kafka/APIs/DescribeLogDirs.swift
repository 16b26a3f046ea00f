/// The log directories of the broker asked, and the size of every replica in them.
package struct DescribeLogDirsRequest: KafkaRequest {
  package static let api = KafkaAPI(.describeLogDirs, versions: 1...5, flexibleFrom: 2)
  package typealias Response = DescribeLogDirsResponse

  package struct Topic: WireStruct {
    package var topic = ""
    package var partitions: [PartitionID] = []

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&topic, "Topic")
      try wire.field(&partitions, "Partitions")
    }
  }

  package var topics: [Topic]?

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&topics, "Topics")
  }
}

package struct DescribeLogDirsResponse: WireStruct {
  package struct Directory: WireStruct {
    package struct Topic: WireStruct {
      package struct Partition: WireStruct {
        package var partitionIndex: PartitionID = 0
        package var partitionSize: Int64 = 0
        package var offsetLag: Int64?
        package var isFutureKey = false

        package init() {}

        package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
          try wire.field(&partitionIndex, "PartitionIndex")
          try wire.field(&partitionSize, "PartitionSize")
          try wire.field(&offsetLag, "OffsetLag")
          try wire.field(&isFutureKey, "IsFutureKey")
        }
      }

      package var name = ""
      package var partitions: [Partition] = []

      package init() {}

      package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
        try wire.field(&name, "Name")
        try wire.field(&partitions, "Partitions")
      }
    }

    package var errorCode = ErrorCode.none
    package var logDir = ""
    package var topics: [Topic] = []
    package var totalBytes: Int64?
    package var usableBytes: Int64?
    package var isCordoned = false

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&errorCode, "ErrorCode")
      try wire.field(&logDir, "LogDir")
      try wire.field(&topics, "Topics")
      if wire.version >= 4 {
        try wire.field(&totalBytes, "TotalBytes")
        try wire.field(&usableBytes, "UsableBytes")
      }
      if wire.version >= 5 { try wire.field(&isCordoned, "IsCordoned") }
    }
  }

  package var throttleTimeMilliseconds: Int32 = 0
  package var errorCode = ErrorCode.none
  package var results: [Directory] = []

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&throttleTimeMilliseconds, "ThrottleTimeMs")
    if wire.version >= 3 { try wire.field(&errorCode, "ErrorCode") }
    try wire.field(&results, "Results")
  }
}
