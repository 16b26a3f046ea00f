/// Settings of topics, brokers and groups. Any broker answers; settings of a broker that broker only.
package struct DescribeConfigsRequest: KafkaRequest {
  package static let api = KafkaAPI(.describeConfigs, versions: 2...4, flexibleFrom: 4)
  package typealias Response = DescribeConfigsResponse

  package struct Resource: WireStruct {
    package var resourceType: Int8 = 0
    package var resourceName = ""
    package var configurationKeys: [String]?

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&resourceType, "ResourceType")
      try wire.field(&resourceName, "ResourceName")
      try wire.field(&configurationKeys, "ConfigurationKeys")
    }
  }

  package var resources: [Resource] = []
  package var includeSynonyms = false
  package var includeDocumentation = false

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&resources, "Resources")
    try wire.field(&includeSynonyms, "IncludeSynonyms")
    if wire.version >= 3 { try wire.field(&includeDocumentation, "IncludeDocumentation") }
  }
}

package struct DescribeConfigsResponse: WireStruct {
  package struct Result: WireStruct {
    package struct Config: WireStruct {
      package struct Synonym: WireStruct {
        package var name = ""
        package var value: String?
        package var source: Int8 = 0

        package init() {}

        package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
          try wire.field(&name, "Name")
          try wire.field(&value, "Value")
          try wire.field(&source, "Source")
        }
      }

      package var name = ""
      package var value: String?
      package var readOnly = false
      package var configSource: Int8?
      package var isSensitive = false
      package var synonyms: [Synonym] = []
      package var configType: Int8 = 0
      package var documentation: String?

      package init() {}

      package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
        try wire.field(&name, "Name")
        try wire.field(&value, "Value")
        try wire.field(&readOnly, "ReadOnly")
        try wire.field(&configSource, "ConfigSource")
        try wire.field(&isSensitive, "IsSensitive")
        try wire.field(&synonyms, "Synonyms")
        if wire.version >= 3 {
          try wire.field(&configType, "ConfigType")
          try wire.field(&documentation, "Documentation")
        }
      }
    }

    package var errorCode = ErrorCode.none
    package var errorMessage: String?
    package var resourceType: Int8 = 0
    package var resourceName = ""
    package var configs: [Config] = []

    package init() {}

    package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
      try wire.field(&errorCode, "ErrorCode")
      try wire.field(&errorMessage, "ErrorMessage")
      try wire.field(&resourceType, "ResourceType")
      try wire.field(&resourceName, "ResourceName")
      try wire.field(&configs, "Configs")
    }
  }

  package var throttleTimeMilliseconds: Int32 = 0
  package var results: [Result] = []

  package init() {}

  package mutating func fields<Coder: WireCoder>(_ wire: inout Coder) throws(WireError) {
    try wire.field(&throttleTimeMilliseconds, "ThrottleTimeMs")
    try wire.field(&results, "Results")
  }
}
