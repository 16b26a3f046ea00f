/// Which versions of which APIs a broker speaks: the first question on every connection.
package struct ApiVersionsRequest: KafkaRequest {
  package static let api = KafkaAPI(.apiVersions, versions: 0...3, flexibleFrom: 3)
  package typealias Response = ApiVersionsResponse

  package var clientSoftwareName = ""
  package var clientSoftwareVersion = ""

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    if wire.version >= 3 {
      try wire.field(&clientSoftwareName, "ClientSoftwareName")
      try wire.field(&clientSoftwareVersion, "ClientSoftwareVersion")
    }
  }
}

package struct ApiVersionsResponse: WireStruct {
  package struct Supported: WireStruct {
    package var apiKey: Int16 = 0
    package var minVersion: Int16 = 0
    package var maxVersion: Int16 = 0

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&apiKey, "ApiKey")
      try wire.field(&minVersion, "MinVersion")
      try wire.field(&maxVersion, "MaxVersion")
    }
  }

  package struct SupportedFeature: WireStruct {
    package var name = ""
    package var minVersion: Int16 = 0
    package var maxVersion: Int16 = 0

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&name, "Name")
      try wire.field(&minVersion, "MinVersion")
      try wire.field(&maxVersion, "MaxVersion")
    }
  }

  package struct FinalizedFeature: WireStruct {
    package var name = ""
    package var maxVersionLevel: Int16 = 0
    package var minVersionLevel: Int16 = 0

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&name, "Name")
      try wire.field(&maxVersionLevel, "MaxVersionLevel")
      try wire.field(&minVersionLevel, "MinVersionLevel")
    }
  }

  package var errorCode = ErrorCode.none
  package var apiKeys: [Supported] = []
  package var throttleTimeMilliseconds: Int32 = 0
  package var supportedFeatures: [SupportedFeature] = []
  package var finalizedFeaturesEpoch: Int64?
  package var finalizedFeatures: [FinalizedFeature] = []
  package var zkMigrationReady = false

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&errorCode, "ErrorCode")
    try wire.field(&apiKeys, "ApiKeys")
    if wire.version >= 1 { try wire.field(&throttleTimeMilliseconds, "ThrottleTimeMs") }
  }

  package static var knownTags: Range<UInt32> { 0..<4 }

  package mutating func taggedField<Coder: WireCoder>(_ tag: UInt32, _ wire: inout Coder) throws(WireError) {
    switch tag {
    case 0: try wire.field(&supportedFeatures, "SupportedFeatures")
    case 1: try wire.field(&finalizedFeaturesEpoch, "FinalizedFeaturesEpoch")
    case 2: try wire.field(&finalizedFeatures, "FinalizedFeatures")
    case 3: try wire.field(&zkMigrationReady, "ZkMigrationReady")
    default: break
    }
  }
}
