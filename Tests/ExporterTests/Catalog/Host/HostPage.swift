import Exporter
import Model
import TestSupport

/// The rows that the catalogue writes for things of a host.
struct HostPage {
  let page: Page

  /// `fill` puts sections into the world, read at the moment it is given.
  init(_ fill: (inout World, Moment) -> Void) async throws {
    let time = ManualTime()
    let store = WorldStore(time: time)
    store.update(fill)
    let cache = ExpositionCache(catalog: try .brokerwatch(), store: store, time: time)
    page = await cache.page(.text004, .identity)
  }

  /// Without those of the watcher, and what is said of everything together, in the page's order.
  var rows: [String] {
    page.rows.filter { $0.hasPrefix("broker_") && !$0.hasPrefix("broker_health") }
  }
}
