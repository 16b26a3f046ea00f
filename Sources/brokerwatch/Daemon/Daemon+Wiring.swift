import Exporter
import Model
import Monitor
import Settings
import Systemd
import Transport

extension Daemon {
  /// Makes every part and opens the listening sockets; nothing runs yet.
  init(
    _ invocation: Invocation, _ configuration: Configuration, manager: ServiceManager, sink: LogSink
  ) throws {
    let time = SystemTime()
    let notifier = manager.notifier
    let loop = try EventLoop(name: "watch", time: time)
    let store = WorldStore(time: time)
    let events = EventStream<Event>(capacity: 1000, byteLimit: 1 << 20, size: \.footprint)
    let cache = ExpositionCache(catalog: try Catalog.brokerwatch(), store: store, time: time)
    let board = CollectorBoard(store: store, events: events, time: time)
    let plans = EventStream<CollectorPlan>(capacity: 1, byteLimit: .max) { _ in 0 }
    let ledger = ReloadLedger(applied: ["main"], at: time.now().wall)
    let reloads = ReloadQueue()
    let routes = RouteList(store: store, cache: cache, reloads: reloads, time: time)
    let listening = try ListenList.places(for: configuration.web, sockets: manager.sockets)
    let server = try HTTPServer(
      listening: listening.map(\.place), routes: routes.routes(for: configuration.web),
      webConfiguration: configuration.web.configFile?.resolved,
      limits: .forDescriptorLimit(DescriptorLimit.current), loop: loop, time: time, logger: sink.logger)
    let client = try HTTPClient(on: loop, userAgent: "brokerwatch")
    let state = StateDirectory(configuration.effectiveStateDirectory, log: sink.logger)
    let discoveries = DiscoveryQueue()
    let host = HostBoard(
      store: store, profiles: configuration.catalog, changed: { discoveries.note() })
    let collectors = CollectorList(
      probes: WatcherProbes(
        loop: loop, server: server, cache: cache, ledger: ledger, sink: sink, events: events,
        state: state),
      store: store,
      clusters: ClusterList(on: loop, client: client, store: store, state: state, log: sink.logger),
      host: host, client: client, on: loop, time: time)
    let running = RunningConfiguration(
      configuration, collectors: collectors, board: board, plans: plans, routes: routes, server: server,
      sink: sink)

    self.time = time
    log = sink.logger
    self.loop = loop
    self.notifier = notifier
    self.server = server
    self.plans = plans
    self.events = events
    self.reloads = reloads
    self.running = running
    self.discoveries = discoveries
    runner = CollectorRunner(loop: loop, time: time, board: board)
    addresses = zip(listening, server.healthTargets).map { $0.shown($1) }
    reloader = Reloader(
      invocation: invocation, running: running, server: server, ledger: ledger, events: events,
      notifier: notifier, time: time, log: sink.logger)
    watchdog = Watchdog(
      notifier: notifier, loop: loop, client: client,
      health: server.healthTargets.first.flatMap(\.self), log: sink.logger)
  }
}

extension WatcherProbes {
  /// Of everything in the daemon that counts something about itself.
  fileprivate init(
    loop: EventLoop, server: HTTPServer, cache: ExpositionCache, ledger: ReloadLedger, sink: LogSink,
    events: EventStream<Event>, state: StateDirectory
  ) {
    self.init(
      loops: { [loop.lag] }, http: { server.statistics }, exposition: { cache.statistics },
      reloads: { ledger.all + [server.webReload].compactMap(\.self) }, logLinesDropped: { sink.dropped },
      eventsMissed: { events.missedCount }, state: { state.statistics })
  }
}
