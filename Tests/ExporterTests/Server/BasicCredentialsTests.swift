import Testing

@testable import Exporter

@Suite
struct BasicCredentialsTests {
  // The second is RFC 7617's own example.
  @Test(arguments: [
    ("Basic YTpi", "a", "b"), ("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==", "Aladdin", "open sesame"),
    ("basic YTpiOmM=", "a", "b:c"), ("Basic Og==", "", ""), ("Basic w6Q6w7Y=", "ä", "ö"),
  ])
  func `a header is a user and a password`(header: String, user: String, password: String) {
    #expect(BasicCredentials(header: header) == BasicCredentials(user: user, password: password))
  }

  @Test(arguments: [
    "", "Basic", "Basic ", "Bearer YTpi", "Basic YTp", "Basic !!!!", "Basic YQ==", "Basic /zph",
    "Basic YQA6Yg==", "Basic YTpi=",
  ])
  func `anything else is nobody`(header: String) {
    #expect(BasicCredentials(header: header) == nil)
  }

  @Test func `base64 reads back what it wrote`() {
    for count in 0..<40 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 37 + 200) }
      #expect(Base64.decode(Base64.encode(bytes).utf8) == bytes)
    }
    #expect(Base64.encode(Array("any carnal pleas".utf8)) == "YW55IGNhcm5hbCBwbGVhcw==")
  }
}
