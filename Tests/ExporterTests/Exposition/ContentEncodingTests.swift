import Exporter
import Testing

@Suite struct ContentEncodingTests {
  @Test(
    arguments: [
      (nil, .identity), ("", .identity), ("gzip", .gzip), ("GZIP", .gzip), ("x-gzip", .gzip),
      ("gzip, deflate, br", .gzip), ("br", .identity), ("*", .identity), ("gzip;q=0", .identity),
      ("gzip;q=0, *", .identity), ("gzip;q=0.5, identity;q=0.9", .identity),
      ("gzip;q=0.9, identity;q=0.5", .gzip),
      ("gzip ; q = 0.001", .gzip), ("identity;q=0, *", .gzip), ("identity;q=0, gzip;q=0.1", .gzip),
      ("*;q=0, gzip", .gzip), ("*;q=0, identity", .identity), ("identity;q=0.5, *;q=0", .identity),
      ("identity;q=0", nil), ("*;q=0", nil), ("gzip;q=0, identity;q=0", nil), ("br, identity;q=0", nil),
      ("gzip;q=0, *;q=0", nil), ("gzip;q=2", .identity), ("gzip;q=0.1234", .identity),
    ] as [(String?, ContentEncoding?)])
  func `gzip for who names it, identity unless it is refused, and nothing if both are`(
    acceptEncoding: String?, expected: ContentEncoding?
  ) {
    #expect(ContentEncoding.negotiate(acceptEncoding: acceptEncoding) == expected)
  }
}
