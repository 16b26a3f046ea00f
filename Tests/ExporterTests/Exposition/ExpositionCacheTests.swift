import Exporter
import Model
import TestSupport
import Testing

@Suite struct ExpositionCacheTests {
  private let world = FixedWorld()

  /// A metric that counts how often its rows are written.
  private func counted(
    _ name: String, _ section: any KeyPath<World, Section<CollectorsSection>?> & Sendable = \.collectors,
    writings: Locked<Int>
  ) -> Metric {
    Metric(name, .gauge, labels: ["collector"], help: "Counts.", from: section) { section, rows in
      writings.withLock { $0 += 1 }
      for collector in section.collectors { rows.write(1, collector.name) }
    }
  }

  private func cache(_ metrics: [Metric]) throws -> ExpositionCache {
    ExpositionCache(catalog: try Catalog(metrics), store: world.store, time: world.time)
  }

  private func collectors(_ names: [String]) -> CollectorsSection {
    CollectorsSection(
      collectors: names.map {
        CollectorStatus(name: $0, watches: "", state: .watching, interval: .seconds(10))
      })
  }

  @Test func `a page is in the cache from its first scrape to the next change`() async throws {
    let cache = try cache([Catalog.up])
    #expect(cache.cached(.text004, .identity) == nil)
    let page = await cache.page(.text004, .identity)
    #expect(cache.cached(.text004, .identity)?.text == page.text)
    #expect(cache.cached(.text004, .gzip) == nil)
    world.store.replace(\.watcher, with: FixedWorld.watcher, staleAfter: .seconds(60))
    #expect(cache.cached(.text004, .identity) == nil)
    #expect(await cache.page(.text004, .identity).text == page.text)
  }

  @Test func `only the families of a changed section are written again`() async throws {
    let (changing, resting) = (Locked(0), Locked(0))
    let still = Metric("resting", .gauge, help: "Rests.", from: \.watcher) { _, rows in
      resting.withLock { $0 += 1 }
      rows.write(1)
    }
    let cache = try cache([counted("changing", writings: changing), still])
    for format in [ExpositionFormat.text004, .openMetrics100, .openMetrics001, .text004] {
      _ = await cache.page(format, .identity)
      _ = await cache.page(format, .gzip)
    }
    #expect(changing.withLock { $0 } == 1)
    world.store.replace(\.collectors, with: collectors(["new"]), staleAfter: .seconds(60))
    #expect(await cache.page(.text004, .identity).rows == ["changing{collector=\"new\"} 1", "resting 1"])
    #expect(changing.withLock { $0 } == 2)
    #expect(resting.withLock { $0 } == 1)
  }

  @Test func `a hundred scrapers at once cause one rendering`() async throws {
    let writings = Locked(0)
    let names = (0..<20_000).map { "collector \($0)" }
    world.store.replace(\.collectors, with: collectors(names), staleAfter: .seconds(60))
    let cache = try cache([counted("busy", writings: writings)])
    let pages = await withTaskGroup(of: Page.self) { group in
      // Each runs until it first waits, so all have asked long before the first page is written.
      for number in 0..<100 {
        group.addImmediateTask { await cache.page(.text004, number.isMultiple(of: 2) ? .gzip : .identity) }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(pages.map(\.byteCount)).count == 2)
    #expect(writings.withLock { $0 } == 1)
    #expect(cache.statistics.renderSeconds.count == 1)
  }

  @Test func `a section that went stale is gone from the next page although nothing changed`() async throws {
    world.store.replace(\.collectors, with: collectors(["a"]), staleAfter: .seconds(30))
    let cache = try cache([counted("stale_soon", writings: Locked(0)), Catalog.up])
    let page = await cache.page(.text004, .identity)
    #expect(page.rows == ["brokerwatch_up 1", "stale_soon{collector=\"a\"} 1"])
    #expect(page.validUntil == world.time.now().uptime + .seconds(30))
    world.time.advance(by: .seconds(30))
    #expect(cache.cached(.text004, .identity)?.rows.count == 2)
    world.time.advance(by: .milliseconds(1))
    #expect(cache.cached(.text004, .identity) == nil)
    #expect(await cache.page(.text004, .identity).rows == ["brokerwatch_up 1"])
    #expect(await cache.page(.text004, .identity).lines.count == 3)
  }

  @Test func `a collector turns stale on the page by itself, as time goes by`() async throws {
    let cache = try cache([Catalog.collectorStale])
    let healthy = "brokerwatch_collector_stale{collector=\"cluster\"} 0"
    // Last success at 995.5 s, three intervals of 10 s, now 1000 s.
    #expect(await cache.page(.text004, .identity).rows.first == healthy)
    world.time.advance(by: .seconds(25.5))
    #expect(await cache.page(.text004, .identity).rows.first == healthy)
    world.time.advance(by: .milliseconds(1))
    #expect(
      await cache.page(.text004, .identity).rows.first
        == "brokerwatch_collector_stale{collector=\"cluster\"} 1")
  }

  @Test func `pages say what they are and how large`() async throws {
    let cache = try cache([Catalog.up])
    let page = await cache.page(.openMetrics001, .gzip)
    #expect(page.encoding == .gzip)
    #expect(page.contentType == ExpositionFormat.openMetrics001.contentType)
    #expect(page.byteCount == page.bytes.count)
    #expect(cache.statistics.bytes["gzip"] == page.byteCount)
    #expect(cache.cached(.openMetrics100, .gzip)?.contentType == ExpositionFormat.openMetrics100.contentType)
  }

  @Test func `what cannot be written is counted by reason`() async throws {
    let broken = Metric("broken", .gauge, labels: ["one"], help: "Broken.", from: \.watcher) { _, rows in
      rows.write(Double.nan, "nan")
      rows.write(Double.infinity, "infinite")
      rows.write(1, "too", "many")
      rows.write(2)
      rows.write(Int?.none, "unknown")
      rows.write(3, "good")
    }
    let cache = try cache([broken])
    #expect(await cache.page(.text004, .identity).rows == ["broken{one=\"good\"} 3"])
    #expect(cache.statistics.droppedSamples == ["not_a_number": 2, "wrong_labels": 2])
    #expect(cache.statistics.series == 1)
  }

  @Test func `a metric has rows from every section that it reads`() async throws {
    let metric = Metric("both", .gauge, labels: ["from"], help: "Two.", from: \.watcher) { _, rows in
      rows.write(1, "watcher")
    }
    .also(from: \.collectors) { _, rows in rows.write(2, "collectors") }
    let cache = try cache([metric])
    #expect(
      await cache.page(.openMetrics100, .identity).lines == [
        "# TYPE both gauge", "# HELP both Two.", "both{from=\"watcher\"} 1", "both{from=\"collectors\"} 2",
        "# EOF",
      ])
  }
}
