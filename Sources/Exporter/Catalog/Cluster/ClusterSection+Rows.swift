import Model

// The loops that families of one kind share; a value that is nil has no row.
extension ClusterSection {
  var granularity: Granularity {
    verdict.budget?.granularity ?? .partition
  }

  var isFrozen: Bool {
    verdict.isFrozen == true
  }

  func writeBrokers<Value: SampleValue>(to rows: inout RowWriter, _ value: (BrokerReading) -> Value?) {
    for broker in reading.brokers { rows.write(value(broker), name, broker.id) }
  }

  func writeVerdicts<Value: SampleValue>(to rows: inout RowWriter, _ value: (BrokerVerdict) -> Value?) {
    for broker in verdict.brokers { rows.write(value(broker), name, broker.id) }
  }

  func writeTopics<Value: SampleValue>(to rows: inout RowWriter, _ value: (TopicReading) -> Value?) {
    for topic in reading.topics where reading.shows(topic) { rows.write(value(topic), name, topic.name) }
  }

  /// Only at the finest granularity.
  func writePartitions<Value: SampleValue>(
    to rows: inout RowWriter, _ value: (PartitionTable, Int) -> Value?
  ) {
    guard granularity == .partition else { return }
    let table = reading.partitions
    var prefix = RowPrefix()
    for topic in reading.topics where topic.isSelected {
      rows.spell(&prefix, name, topic.name)
      for row in topic.partitions.clamped(to: 0..<table.count) where reading.shows(row) {
        rows.write(value(table, row), prefix, row - topic.partitions.lowerBound)
      }
    }
  }

  func writeTraffic(to rows: inout RowWriter, _ counts: [TrafficCount]) {
    for count in counts where reading.topics.indices.contains(count.topic) {
      rows.write(count.records, name, reading.topics[count.topic].name, count.broker)
    }
  }

  func writeGroups<Value: SampleValue>(
    to rows: inout RowWriter, _ value: (GroupReading, GroupVerdict) -> Value?
  ) {
    for (group, judged) in zip(reading.groups, verdict.groups) {
      rows.write(value(group, judged), name, group.name)
    }
  }

  func writeGroupTopics<Value: SampleValue>(
    to rows: inout RowWriter, _ value: (GroupTopicVerdict) -> Value?
  ) {
    for (group, judged) in zip(reading.groups, verdict.groups) {
      for index in judged.topics.clamped(to: verdict.groupTopics.indices) {
        let topic = verdict.groupTopics[index]
        guard reading.topics.indices.contains(topic.topic), reading.topics[topic.topic].isSelected else {
          continue
        }
        rows.write(value(topic), name, group.name, reading.topics[topic.topic].name)
      }
    }
  }

  /// One row for each position of a group in a partition; `value` is asked with the position's row.
  func writePositions<Value: SampleValue>(
    to rows: inout RowWriter, downTo granularities: Set<Granularity>, _ value: (Int) -> Value?
  ) {
    guard granularities.contains(granularity) else { return }
    let positions = reading.positions
    var prefix = RowPrefix()
    for group in reading.groups {
      var partitions = 0..<0
      for position in (group.positions ?? 0..<0).clamped(to: 0..<positions.count) {
        let row = Int(positions.partitions[position])
        if !partitions.contains(row) {
          guard let topic = reading.topic(ofRow: row) else { continue }
          partitions = topic.partitions
          rows.spell(&prefix, name, group.name, topic.name)
        }
        rows.write(value(position), prefix, row - partitions.lowerBound)
      }
    }
  }
}
