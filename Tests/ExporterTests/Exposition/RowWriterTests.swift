import Model
import Testing

@testable import Exporter

@Suite struct RowWriterTests {
  /// The rows that a reader writes for a metric `m` with the labels `a` and `b`.
  private func rows(
    _ type: MetricType = .gauge, labels: [String] = ["a", "b"],
    _ write: @escaping @Sendable (inout RowWriter) -> Void
  ) async throws -> [String] {
    let world = FixedWorld()
    let metric = Metric("m", type, labels: labels, help: "Helps.", from: \.watcher) { _, rows in write(&rows)
    }
    let cache = ExpositionCache(catalog: try Catalog([metric]), store: world.store, time: world.time)
    return await cache.page(.text004, .identity).rows
  }

  private func text(of value: some SampleValue & Sendable) async throws -> String? {
    try await rows(labels: []) { $0.write(value) }.first.map { String($0.dropFirst(2)) }
  }

  @Test(
    arguments: [
      (0, "0"), (-0.0, "-0.0"), (1, "1"), (-17, "-17"), (0.1, "0.1"), (1e-5, "1e-05"),
      (1e15, "1000000000000000"),
      (1e17, "1e+17"), (0x1p53, "9007199254740992.0"), (.pi, "3.141592653589793"),
      (-2.2250738585072014e-308, "-2.2250738585072014e-308"),
      (.greatestFiniteMagnitude, "1.7976931348623157e+308"),
    ] as [(Double, String)])
  func `a Double has its shortest digits, and no point when it is whole`(value: Double, expected: String)
    async throws
  {
    #expect(try await text(of: value) == expected)
  }

  @Test(arguments: [(Int.min, "-9223372036854775808"), (0, "0"), (10, "10"), (.max, "9223372036854775807")])
  func `an integer has all its digits`(value: Int, expected: String) async throws {
    #expect(try await text(of: value) == expected)
  }

  @Test(
    arguments: [
      (0, "0"), (1, "0.000000001"), (1_500_000_000, "1.5"), (-1_500_000_000, "-1.5"), (-1, "-0.000000001"),
      (60_000_000_000, "60"), (1_020_304_050, "1.02030405"), (.min, "-9223372036.854775808"),
    ] as [(Int64, String)])
  func `times are exact seconds`(nanoseconds: Int64, expected: String) async throws {
    #expect(try await text(of: Timestamp(nanoseconds: nanoseconds)) == expected)
    #expect(try await text(of: Duration.nanoseconds(nanoseconds)) == expected)
  }

  @Test func `truth is one and falsehood zero`() async throws {
    #expect(try await text(of: true) == "1")
    #expect(try await text(of: false) == "0")
  }

  @Test func `an absent label is left out, and so are the braces of a row without any`() async throws {
    let rows = try await rows { rows in
      rows.write(1, "x", 2)
      rows.write(2, String?.none, "y")
      rows.write(3, "x", Int?.none)
      rows.write(4, String?.none, String?.none)
      rows.write(5, "", "z")
    }
    #expect(rows == ["m{a=\"x\",b=\"2\"} 1", "m{b=\"y\"} 2", "m{a=\"x\"} 3", "m 4", "m{a=\"\",b=\"z\"} 5"])
  }

  @Test func `a state set has a row for every state, and none when the state is unknown`() async throws {
    let type = MetricType.stateSet(label: "state", states: ["on", "off"])
    let rows = try await rows(type, labels: ["a"]) { rows in
      rows.write(state: "off", "x")
      rows.write(state: nil, "y")
      rows.write(state: "exploded", "z")
    }
    #expect(
      rows == [
        "m{a=\"x\",state=\"on\"} 0", "m{a=\"x\",state=\"off\"} 1", "m{a=\"z\",state=\"on\"} 0",
        "m{a=\"z\",state=\"off\"} 0",
      ])
  }

  @Test func `a histogram's sum that is no number is left out, its buckets are not`() async throws {
    let rows = try await rows(.histogram, labels: []) { rows in
      var histogram = Histogram(bounds: [1])
      histogram.observe(.infinity)
      rows.write(histogram)
      rows.write(Histogram?.none)
    }
    #expect(rows == ["m_bucket{le=\"1.0\"} 0", "m_bucket{le=\"+Inf\"} 1", "m_count 1"])
  }

  @Test func `a summary's unknown parts have no rows`() async throws {
    let rows = try await rows(.summary, labels: []) { rows in
      let quantiles = [Summary.Quantile(rank: 0.5, value: .nan), .init(rank: 0.99, value: 2)]
      rows.write(Summary(quantiles: quantiles, sum: nil, count: nil))
    }
    #expect(rows == ["m{quantile=\"0.99\"} 2"])
  }

  @Test func `rows that share a beginning are the same as rows that spell it`() async throws {
    let texts = ["plain", "\"quoted\"", "back\\slash", "two\nlines", "œ😀", ""]
    let together = try await rows(labels: ["a", "b", "c", "d"]) { rows in
      var prefix = RowPrefix()
      for text in texts {
        rows.spell(&prefix, text, text, text)
        for number in [0, 7, 123_456] { rows.write(Int64(number) * 3, prefix, number) }
      }
    }
    let apart = try await rows(labels: ["a", "b", "c", "d"]) { rows in
      for text in texts {
        for number in [0, 7, 123_456] { rows.write(number * 3, text, text, text, number) }
      }
    }
    #expect(together == apart)
    #expect(together.count == 18)
  }

  @Test func `a shared beginning with another number of labels than declared has no rows`() async throws {
    for labels in [["a"], ["a", "b"], ["a", "b", "c", "d"]] {
      let rows = try await rows(labels: labels) { rows in
        var prefix = RowPrefix()
        rows.spell(&prefix, "x", "y")
        rows.write(1, prefix, 1)
      }
      #expect(rows == [], "\(labels)")
    }
  }

  @Test(
    arguments: [
      (0, "0"), (5, "0.5"), (10, "1"), (1205, "120.5"), (-7, "-0.7"), (-10, "-1"),
      (.max, "922337203685477580.7"),
    ]
      as [(Int64, String)])
  func `tenths of a second are written as seconds`(count: Int64, expected: String) async throws {
    #expect(try await text(of: TenthsOfSeconds(count: count)) == expected)
  }
}
