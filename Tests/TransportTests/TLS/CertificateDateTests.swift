import Model
import Testing
import Transport

@Suite struct CertificateDateTests {
  @Test(arguments: [
    ("Jan  1 00:00:00 1970 GMT", 0), ("Feb 29 23:59:59 2000 GMT", 951_868_799),
    ("Mar  1 00:00:00 2100 GMT", 4_107_542_400), ("Dec 31 23:59:59 9999 GMT", 253_402_300_799),
    ("Jan  1 00:00:00 1950 GMT", -631_152_000),
  ])
  func `a date of a certificate is a time`(text: String, seconds: Int64) {
    #expect(CertificateDate.parse(text) == Timestamp(seconds: seconds))
  }

  @Test(arguments: [
    "", "Jan 1 00:00:00 1970", "Foo  1 00:00:00 1970 GMT", "Jan 32 00:00:00 1970 GMT",
    "Jan  1 24:00:00 1970 GMT",
    "Jan  1 00:00 1970 GMT", "Jan  1 00:00:00 99999999999999999999 GMT", "Bad time value",
  ])
  func `anything else is not`(text: String) {
    #expect(CertificateDate.parse(text) == nil)
  }
}
