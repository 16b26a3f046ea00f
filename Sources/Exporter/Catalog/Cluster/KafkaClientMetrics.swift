import Model

extension Catalog {
  static let kafkaClientMetrics = [
    kafkaRequests, kafkaRequestErrors, kafkaRequestDuration, kafkaBytes,
  ]

  package static let kafkaRequests = Metric(
    "brokerwatch_kafka_requests_total", .counter, labels: ["api"],
    help: "Requests that Brokerwatch sent to brokers.", from: \.kafkaClient
  ) { client, rows in
    client.requests.forEachInOrder { api, count in rows.write(count, api) }
  }

  package static let kafkaRequestErrors = Metric(
    "brokerwatch_kafka_request_errors_total", .counter, labels: ["api", "error"],
    help: "Requests to brokers that came to nothing, by what went wrong.", from: \.kafkaClient
  ) { client, rows in
    client.errors.forEachInOrder { api, errors in
      errors.forEachInOrder { error, count in rows.write(count, api, error) }
    }
  }

  package static let kafkaRequestDuration = Metric(
    "brokerwatch_kafka_request_duration_seconds", .histogram, unit: .seconds, labels: ["api"],
    help: "Time from handing a request over until its reply was complete.", from: \.kafkaClient
  ) { client, rows in
    client.durations.forEachInOrder { api, durations in rows.write(durations, api) }
  }

  package static let kafkaBytes = Metric(
    "brokerwatch_kafka_bytes_total", .counter, unit: .bytes, labels: ["direction"],
    help: "Bytes exchanged with brokers.", from: \.kafkaClient
  ) { client, rows in
    rows.write(client.bytesReceived, "received")
    rows.write(client.bytesSent, "sent")
  }
}
