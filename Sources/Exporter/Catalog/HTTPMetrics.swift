import Model

extension Catalog {
  static let httpMetrics = [httpRequests, httpRequestDuration, httpOpenConnections, httpClosedConnections]

  package static let httpRequests = Metric(
    "brokerwatch_http_requests_total", .counter, labels: ["handler", "code"],
    help: "Requests that the HTTP server answered.", from: \.watcher
  ) { watcher, rows in
    let requests = watcher.http.requests.sorted {
      ($0.key.handler, $0.key.code) < ($1.key.handler, $1.key.code)
    }
    for (key, count) in requests {
      rows.write(count, key.handler, key.code)
    }
  }

  package static let httpRequestDuration = Metric(
    "brokerwatch_http_request_duration_seconds", .histogram, unit: .seconds, labels: ["handler"],
    help: "Time from a request's complete headers to its answer's last byte.", from: \.watcher
  ) { watcher, rows in
    watcher.http.durations.forEachInOrder { handler, durations in
      rows.write(durations, handler)
    }
  }

  package static let httpOpenConnections = Metric(
    "brokerwatch_http_open_connections", .gauge,
    help: "Connections that the HTTP server holds open.", from: \.watcher
  ) { watcher, rows in
    rows.write(watcher.http.openConnections)
  }

  package static let httpClosedConnections = Metric(
    "brokerwatch_http_closed_connections_total", .counter, labels: ["reason"],
    help: "Connections that the HTTP server closed by itself, by reason.", from: \.watcher
  ) { watcher, rows in
    watcher.http.closedConnections.forEachInOrder { reason, count in
      rows.write(count, reason)
    }
  }
}
