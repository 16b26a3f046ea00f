import Model

/// Renders families, and only those whose section changed since the last time.
///
/// An actor, so that pages which are asked for at once in several formats share one rendering of their rows.
actor FamilyRenderer {
  private var families: [CachedFamily]

  init(_ catalog: Catalog) {
    families = catalog.metrics.map(CachedFamily.init)
  }

  func render(_ world: World, at now: Moment) -> Rendering {
    var rendering = Rendering()
    for position in families.indices {
      rendering.dropped += families[position].update(from: world, at: now)
      rendering.append(families[position].text, families[position].parts)
    }
    return rendering
  }
}
