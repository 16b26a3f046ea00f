import Exporter
import Testing

@Suite struct ExpositionFormatTests {
  @Test(
    arguments: [
      (nil, .text004), ("", .text004), ("  ", .text004), ("*/*", .text004), ("text/*", .text004),
      ("text/plain", .text004), ("text/plain; version=0.0.4; charset=utf-8", .text004),
      ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", .text004),
      ("application/openmetrics-text", .openMetrics001),
      ("application/openmetrics-text;version=0.0.1", .openMetrics001),
      ("application/openmetrics-text; version=1.0.0", .openMetrics100),
      ("Application/OpenMetrics-Text;Version=\"1.0.0\"", .openMetrics100),
      ("application/openmetrics-text;version=2.0.0", .text004),
      ("application/json", .text004), ("nonsense", .text004), (";;;,,,==", .text004),
      ("text/plain;q=0.3,application/openmetrics-text;version=1.0.0;q=0.2", .text004),
      ("text/plain;q=0.2,application/openmetrics-text;version=1.0.0;q=0.3", .openMetrics100),
      ("text/plain,application/openmetrics-text;version=1.0.0", .text004),
      ("application/openmetrics-text;version=1.0.0,text/plain", .openMetrics100),
      ("*/*,application/openmetrics-text;version=1.0.0;q=0", .text004),
      ("*/*;q=0.1,application/openmetrics-text;version=1.0.0;q=0.05", .text004),
      ("text/plain;q=0,application/openmetrics-text;version=1.0.0;q=0.001", .openMetrics100),
      ("text/plain;q=0,*/*", .text004),
      ("application/openmetrics-text;version=1.0.0;q=1.5,text/plain;q=0.1", .text004),
      ("application/openmetrics-text;version=1.0.0;q=banana,*/*;q=0.1", .text004),
    ] as [(String?, ExpositionFormat)])
  func `the client's ranking decides, and 0.0.4 answers whoever asks for nothing we have`(
    accept: String?, expected: ExpositionFormat
  ) {
    #expect(ExpositionFormat.negotiate(accept: accept) == expected)
  }

  @Test func `Prometheus 3 and Prometheus 2 get OpenMetrics 1_0_0, as they ask`() {
    let three =
      "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,"
      + "application/openmetrics-text;version=0.0.1;q=0.5,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,"
      + "text/plain;version=0.0.4;q=0.3,*/*;q=0.2"
    let two =
      "application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,"
      + "text/plain;version=0.0.4;q=0.5,*/*;q=0.1"
    #expect(ExpositionFormat.negotiate(accept: three) == .openMetrics100)
    #expect(ExpositionFormat.negotiate(accept: two) == .openMetrics100)
  }

  @Test func `content types are those that Prometheus knows`() {
    #expect(ExpositionFormat.text004.contentType == "text/plain; version=0.0.4; charset=utf-8")
    #expect(
      ExpositionFormat.openMetrics100.contentType
        == "application/openmetrics-text; version=1.0.0; charset=utf-8; escaping=underscores")
    #expect(
      ExpositionFormat.openMetrics001.contentType
        == "application/openmetrics-text; version=0.0.1; charset=utf-8")
  }
}
