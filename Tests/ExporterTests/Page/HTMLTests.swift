import Testing

@testable import Exporter

@Suite
struct HTMLTests {
  @Test func `a value is text, whatever it holds`() {
    let value = "<b a=\"x\" b='y'>&amp;</b>\0\u{1b}\u{85}é\u{1F600}"
    let html: HTML = "<p>\(value)</p>"
    #expect(
      html.text
        == "<p>&lt;b a=&quot;x&quot; b=&#39;y&#39;&gt;&amp;amp;&lt;/b&gt;\u{fffd}\u{fffd}\u{fffd}é\u{1F600}</p>"
    )
  }

  @Test func `markup in markup stays markup`() {
    let inner: HTML = "<i>\("<")</i>"
    let outer: HTML = "<p>\(inner)\(HTML([inner, inner]))</p>"
    #expect(outer.text == "<p><i>&lt;</i><i>&lt;</i><i>&lt;</i></p>")
  }
}
