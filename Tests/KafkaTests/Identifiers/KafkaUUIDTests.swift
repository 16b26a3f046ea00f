import Kafka
import Testing

@Suite struct KafkaUUIDTests {
  @Test(
    arguments: [
      ("AAAAAAAAAAAAAAAAAAAAAA", 0, 0), ("AAAAAAAAAAAAAAAAAAAAAQ", 0, 1),
      ("_____________________w", UInt64.max, UInt64.max),
      ("ASNFZ4mrze_-3LqYdlQyEA", 0x0123_4567_89ab_cdef, 0xfedc_ba98_7654_3210),
    ] as [(String, UInt64, UInt64)])
  func `the text is Kafka's`(text: String, high: UInt64, low: UInt64) {
    #expect(KafkaUUID(high: high, low: low).description == text)
    #expect(KafkaUUID(text) == KafkaUUID(high: high, low: low))
  }

  @Test(arguments: [
    "", "AAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAR", "AAAAAAAAAAAAAAAAAAAA==", "AAAAAAAAAAAAAAAAAAAAA+",
  ])
  func `other text is none`(text: String) {
    #expect(KafkaUUID(text) == nil)
  }
}
