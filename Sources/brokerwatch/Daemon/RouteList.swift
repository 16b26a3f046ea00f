import Exporter
import Model
import Settings

/// Every path that the daemon serves.
struct RouteList: Sendable {
  let store: WorldStore
  let cache: ExpositionCache
  let reloads: ReloadQueue
  let time: any TimeSource

  /// The paths that are taken, whatever the telemetry path is; it may be `/`, where there is no status page then.
  static let otherPaths = ["/-/healthy", "/-/ready", "/-/reload", "/health", "/health/live", "/health/ready"]

  func routes(for web: WebConfiguration) -> [Route] {
    let page = Route.statusPage(
      store: store, time: time, notWatched: { NotWatched.inThisVersion }, links: links(for: web),
      build: .current)
    let metrics = Route.metrics(
      cache, path: web.telemetryPath, limit: web.maxRequests == 0 ? nil : web.maxRequests)
    let reload = Route.reload(token: web.reloadToken?.revealed) { [reloads] in await reloads.reload() }
    // The telemetry path comes first: whoever sets it to `/` wants the metrics there, not the page.
    return [metrics, page, reload] + Route.watcherHealth { [store] in store.current.isReady }
      + Route.brokerHealth { [store, time] in HealthVerdict(store.current, at: time.now()) }
  }

  private func links(for web: WebConfiguration) -> [PageLink] {
    [
      PageLink(web.telemetryPath, "for Prometheus"),
      PageLink("/-/healthy", "200 while Brokerwatch itself runs"),
      PageLink("/health", "how the brokers fare, and why, as JSON; 503 when they are down"),
      PageLink("/health/ready", "the same; 200 only while clients had better be sent to the broker"),
      PageLink("/health/live", "200 while Brokerwatch itself runs, as JSON"),
      PageLink("/-/ready", "200 once every collector has read something or said why it cannot"),
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
