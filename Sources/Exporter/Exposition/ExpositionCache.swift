package import Model

/// The metrics page in every format and encoding: made when first asked for after a change, then served as it is.
package final class ExpositionCache: Sendable {
  private struct Kind: Hashable, Sendable {
    let body: PageBody
    let encoding: ContentEncoding
  }

  private struct Entry: Sendable {
    let page: Page
    let version: UInt64
  }

  private let store: WorldStore
  private let time: any TimeSource
  private let renderer: FamilyRenderer
  private let flights = SingleFlight<Kind, Entry>()
  private let pages = Locked<[Kind: Entry]>([:])
  private let counts = Locked(ExpositionStatistics())

  package init(catalog: Catalog, store: WorldStore, time: any TimeSource) {
    self.store = store
    self.time = time
    renderer = FamilyRenderer(catalog)
  }

  package var statistics: ExpositionStatistics {
    counts.withLock { $0 }
  }

  /// The page if it is there and still true; never waits.
  package func cached(_ format: ExpositionFormat, _ encoding: ContentEncoding) -> Page? {
    current(Kind(body: format.body, encoding: encoding))?.page.labelled(format)
  }

  /// The page, made anew if it has to be: once, however many ask at the same time.
  ///
  /// Its encoding is the one asked for, or identity if there was no memory to compress with.
  package func page(_ format: ExpositionFormat, _ encoding: ContentEncoding) async -> Page {
    if let page = cached(format, encoding) { return page }
    return await entry(Kind(body: format.body, encoding: encoding)).page.labelled(format)
  }

  private func current(_ kind: Kind) -> Entry? {
    guard let entry = pages.withLock({ $0[kind] }), entry.version == store.current.version,
      entry.page.isValid(at: time.now())
    else { return nil }
    return entry
  }

  private func entry(_ kind: Kind) async -> Entry {
    switch await flights.join(kind, version: store.current.version) {
    case .landed(let entry): return entry
    case .lead:
      let entry =
        switch kind.encoding {
        case .identity: await render(kind.body)
        case .gzip: await compress(kind.body)
        }
      pages.withLock { $0[kind] = entry }
      counts.withLock { $0.bytes[entry.page.encoding.rawValue] = entry.page.byteCount }
      flights.land(kind, entry)
      return entry
    }
  }

  @concurrent private func render(_ body: PageBody) async -> Entry {
    let world = store.current
    let started = time.now()
    let rendering = await renderer.render(world, at: started)
    let page = Page(rendering.blocks(in: body), validUntil: rendering.validUntil)
    let spent = time.now().age(of: started)
    counts.withLock { counts in
      counts.series = rendering.rowCount
      counts.renderSeconds.observe(spent.seconds)
      counts.droppedSamples.merge(rendering.dropped.byReason, uniquingKeysWith: +)
    }
    return Entry(page: page, version: world.version)
  }

  @concurrent private func compress(_ body: PageBody) async -> Entry {
    let identity = Kind(body: body, encoding: .identity)
    let plain = if let current = current(identity) { current } else { await entry(identity) }
    guard let compressed = await Gzip.compress(plain.page.blocks) else { return plain }
    let page = Page([compressed], encoding: .gzip, validUntil: plain.page.validUntil)
    return Entry(page: page, version: plain.version)
  }
}

extension Page {
  /// A page whose content type is still to be given, because formats share it.
  fileprivate init(_ blocks: [ByteBlock], encoding: ContentEncoding = .identity, validUntil: Duration?) {
    self.init(
      blocks: blocks, byteCount: blocks.reduce(0) { $0 + $1.count }, contentType: "", encoding: encoding,
      validUntil: validUntil)
  }

  fileprivate func labelled(_ format: ExpositionFormat) -> Page {
    Page(
      blocks: blocks, byteCount: byteCount, contentType: format.contentType, encoding: encoding,
      validUntil: validUntil)
  }
}
