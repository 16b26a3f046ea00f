import Kafka
import Testing

@Suite struct APIVersionTableTests {
  /// The ranges of ListOffsets and what we, who speak 4 to 8, make of them.
  @Test(
    arguments: [
      (0...10, 8), (6...7, 7), (0...5, 5), (8...20, 8), (0...4, 4), (0...3, nil), (9...11, nil),
    ] as [(ClosedRange<Int16>, Int16?)])
  func `the newest version that both speak is used`(theirs: ClosedRange<Int16>, expected: Int16?) {
    let table = APIVersionTable(
      ApiVersionsResponse {
        $0.apiKeys = [
          .init {
            $0.apiKey = APIKey.listOffsets.rawValue
            $0.minVersion = theirs.lowerBound
            $0.maxVersion = theirs.upperBound
          }
        ]
      })
    #expect(table.version(of: ListOffsetsRequest.api) == expected)
    #expect(table.version(of: MetadataRequest.api) == nil)
  }

  @Test func `a range that is upside down counts as missing`() {
    let table = APIVersionTable(
      ApiVersionsResponse {
        $0.apiKeys = [
          .init {
            $0.apiKey = 3
            $0.minVersion = 9
            $0.maxVersion = 2
          }
        ]
      })
    #expect(table.range(of: .metadata) == nil)
  }

  @Test(arguments: ["4.3.1", "3.9.2"])
  func `a real broker's table yields the version that it was then asked in`(release: String) throws {
    let vector = try VectorFiles.capture("\(release)/ApiVersions-v3")
    let table = APIVersionTable(try ApiVersionsRequest.response(from: vector.reply, version: 3))
    #expect(table.version(of: MetadataRequest.api) == 12)
    #expect(table.version(of: OffsetFetchRequest.api) == 9)
    #expect(table.version(of: DescribeLogDirsRequest.api) == (release == "4.3.1" ? 5 : 4))
    #expect(table.version(of: StreamsGroupDescribeRequest.api) == (release == "4.3.1" ? 0 : nil))
  }

  @Test(arguments: ["4.3.1", "3.9.2"])
  func `a broker that does not know our version answers in the one that everybody reads`(release: String)
    throws
  {
    let vector = try VectorFiles.capture("\(release)/unknown-version")
    let response = try ApiVersionsRequest.response(from: vector.reply, version: 3)
    #expect(response.errorCode == .unsupportedVersion)
    #expect(response.apiKeys.contains { $0.apiKey == APIKey.apiVersions.rawValue })
  }
}
