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
    let answered = cluster.reading.transactionCoordinators
    for broker in answered.sorted() where cluster.reading.scope.includes(broker) {
      rows.write(open.removeValue(forKey: broker) ?? 0, cluster.name, broker)
    }
    let others = open.values.reduce(0, +)
    rows.write(others > 0 ? others : nil, cluster.name, NodeID?.none)
  }

  package static let transactionHanging = Metric(
    "broker_transaction_hanging", .gauge, perCluster: ["broker"],
    help:
      "Partitions led by the broker in which a transaction that does not end holds back read-committed consumers."
  ) { cluster, rows in
    let table = cluster.reading.partitions
    // Of partitions whose stable offset is unknown nobody can say that nothing hangs there.
    var hanging: [NodeID: Int] = [:]
    for (row, found) in cluster.verdict.troubles.enumerated() where table.unstable[row] != nil {
      guard let leader = table.leader(of: row), cluster.reading.scope.includes(leader) else { continue }
      hanging[leader, default: 0] += found.contains(.hangingTransaction) ? 1 : 0
    }
    hanging.forEachInOrder { broker, count in rows.write(count, cluster.name, broker) }
  }
}
