import Model
import Testing

@testable import Monitor

@Suite struct PressureTextTests {
  @Test func `totals are microseconds, by who waited`() {
    let text = """
      some avg10=1.53 avg60=0.87 avg300=0.21 total=4242
      full avg10=0.00 avg60=0.00 avg300=0.00 total=7

      """
    #expect(PressureText.parse(Array(text.utf8)) == [.some: 4_242_000, .full: 7000])
  }

  @Test(arguments: ["", "some", "none total=5", "some avg10=0.00 total=x", "some total=18446744073709551615"])
  func `what is not of the kernel's form says nothing`(text: String) {
    #expect(PressureText.parse(Array(text.utf8)).isEmpty)
  }
}
