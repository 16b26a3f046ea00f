import Exporter
import Model
import Settings

/// Every path that the daemon serves.
struct RouteList: Sendable {
  let store: WorldStore
  let cache: ExpositionCache
  let reloads: ReloadQueue
  let time: any TimeSource

  func routes(for web: WebConfiguration) -> [Route] {
    let page = Route.statusPage(
      store: store, time: time, notWatched: { NotWatched.inThisVersion }, links: links(for: web),
      build: .current)
    let metrics = Route.metrics(
      cache, path: web.telemetryPath, limit: web.maxRequests == 0 ? nil : web.maxRequests)
    let reload = Route.reload(token: web.reloadToken?.revealed) { [reloads] in
      await reloads.reload().map { .rejected($0) } ?? .applied
    }
    // The telemetry path comes first: whoever sets it to `/` wants the metrics there, not the page.
    return [metrics, page, reload] + Route.health { [store] in store.current.isReady }
  }

  private func links(for web: WebConfiguration) -> [PageLink] {
    [
      PageLink(web.telemetryPath, "for Prometheus"),
      PageLink("/-/healthy", "200 while Brokerwatch itself runs"),
      PageLink("/-/ready", "200 once every collector has read something"),
      PageLink("/health", "the same for load balancers, as JSON"),
      PageLink("/health/live", "the same for Kubernetes"),
    ]
  }
}

extension World {
  /// Whether every collector that is switched on has read, or has said why it cannot.
  fileprivate var isReady: Bool {
    guard let collectors else { return false }
    return !collectors.value.collectors.contains { $0.state == .starting }
  }
}
