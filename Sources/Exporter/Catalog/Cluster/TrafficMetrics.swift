import Model

extension Catalog {
  static let trafficMetrics = [messagesIn, messagesOut, transactionsOpen, transactionHanging]

  package static let messagesIn = Metric(
    "broker_messages_in_total", .counter, perCluster: ["topic", "broker"],
    help:
      "By how many offsets the logs grew that the broker leads; transaction markers count, internal topics do not."
  ) { cluster, rows in
    cluster.writeTraffic(to: &rows, cluster.verdict.messagesIn)
  }

  package static let messagesOut = Metric(
    "broker_messages_out_total", .counter, perCluster: ["topic", "broker"],
    help:
      "By how many offsets the commits grew of all groups that the broker coordinates; who never commits does not count."
  ) { cluster, rows in
    cluster.writeTraffic(to: &rows, cluster.verdict.messagesOut)
  }

  package static let transactionsOpen = Metric(
    "broker_transactions_open", .gauge, perCluster: ["broker"],
    help: "Transactions in progress that the broker coordinates, as far as the rights let them be seen."
  ) { cluster, rows in
    guard let transactions = cluster.reading.transactions else { return }
    var open: [NodeID?: Int] = [:]
    for transaction in transactions where transaction.state == .ongoing {
      open[transaction.coordinator, default: 0] += 1
    }
    for broker in cluster.reading.brokers where cluster.reading.scope.includes(broker.id) {
      rows.write(open.removeValue(forKey: broker.id) ?? 0, cluster.name, broker.id)
    }
    let others = open.values.reduce(0, +)
    rows.write(others > 0 ? others : nil, cluster.name, NodeID?.none)
  }

  package static let transactionHanging = Metric(
    "broker_transaction_hanging", .gauge, perCluster: ["broker"],
    help:
      "Partitions led by the broker in which a transaction that does not end holds back read-committed consumers."
  ) { cluster, rows in
    guard cluster.verdict.hangingTransactions != nil else { return }
    var hanging: [NodeID: Int] = [:]
    for (row, found) in cluster.verdict.troubles.enumerated() where found.contains(.hangingTransaction) {
      if let leader = cluster.reading.partitions.leader(of: row) { hanging[leader, default: 0] += 1 }
    }
    for broker in cluster.verdict.brokers where cluster.reading.scope.includes(broker.id) {
      rows.write(hanging[broker.id] ?? 0, cluster.name, broker.id)
    }
  }
}
