import Testing

@testable import Exporter

@Suite
struct RequestTargetTests {
  @Test(arguments: [
    ("/", "/", ""), ("/metrics", "/metrics", ""), ("/metrics?a=b?c", "/metrics", "a=b?c"), ("/x?", "/x", ""),
    ("http://host:9640/metrics?a", "/metrics", "a"), ("HTTPS://host", "/", ""), ("http://host?a", "/", "a"),
    ("*", "*", ""), ("", "", ""), ("/%6detrics", "/%6detrics", ""),
  ])
  func `a target is a path and a query, undecoded`(text: String, path: String, query: String) {
    let target = RequestTarget(text)
    #expect(target.path == path)
    #expect(target.query == query)
  }
}
