import Model

extension Catalog {
  static let expositionMetrics = [expositionSeries, expositionBytes, renderSeconds, expositionDroppedSamples]

  package static let expositionSeries = Metric(
    "brokerwatch_exposition_series", .gauge,
    help: "Samples on the last metrics page.", from: \.watcher
  ) { watcher, rows in
    rows.write(watcher.exposition.series)
  }

  package static let expositionBytes = Metric(
    "brokerwatch_exposition_bytes", .gauge, unit: .bytes, labels: ["encoding"],
    help: "Size of the last metrics page in this content encoding.", from: \.watcher
  ) { watcher, rows in
    watcher.exposition.bytes.forEachInOrder { encoding, bytes in
      rows.write(bytes, encoding)
    }
  }

  package static let renderSeconds = Metric(
    "brokerwatch_render_seconds", .histogram, unit: .seconds,
    help: "Time to write a metrics page anew after a change, compression left out.", from: \.watcher
  ) { watcher, rows in
    rows.write(watcher.exposition.renderSeconds)
  }

  package static let expositionDroppedSamples = Metric(
    "brokerwatch_exposition_dropped_samples_total", .counter, labels: ["reason"],
    help: "Samples that could not be put on the metrics page, by reason.", from: \.watcher
  ) { watcher, rows in
    watcher.exposition.droppedSamples.forEachInOrder { reason, count in
      rows.write(count, reason)
    }
  }
}
