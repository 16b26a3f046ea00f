import FoundationEssentials

/// Reads what Kafka's own tools print.
enum KafkaTools {
  struct Partition: Hashable {
    let leader: Int?
    let replicas: Set<Int>
    let inSync: Set<Int>
  }

  struct GroupRow: Hashable {
    let committed: Int?
    let end: Int?
    let lag: Int?
  }

  /// `topics --describe`: fields such as "Topic: t", "Partition: 0", "Leader: 2", "Replicas: 2,3,1" and "Isr: 2,3,1" between tabs.
  static func partitions(_ text: String) -> [TopicPartition: Partition] {
    let pairs = text.split(separator: "\n").compactMap { line -> (TopicPartition, Partition)? in
      let fields = fields(of: line)
      guard let topic = fields["Topic"], let number = fields["Partition"].flatMap({ Int($0) }) else {
        return nil
      }
      return (
        TopicPartition(topic: topic, partition: number),
        Partition(
          leader: fields["Leader"].flatMap { Int($0) }, replicas: ids(fields["Replicas"]),
          inSync: ids(fields["Isr"]))
      )
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  private static func fields(of line: Substring) -> [String: String] {
    let pairs = line.split(separator: "\t").compactMap { field -> (String, String)? in
      let parts = field.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      return parts.count == 2 ? (trimmed(parts[0]), trimmed(parts[1])) : nil
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  private static func ids(_ list: String?) -> Set<Int> {
    Set((list ?? "").split(separator: ",").compactMap { Int($0) })
  }

  /// `consumer-groups --describe`: a table for each group, with "-" for what is not known.
  static func groups(_ text: String) -> [String: [TopicPartition: GroupRow]] {
    var groups: [String: [TopicPartition: GroupRow]] = [:]
    var names: [Substring] = []
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.first == "GROUP" {
        names = words
      } else if words.count >= names.count, names.count > 3 {
        let row = Dictionary(zip(names, words), uniquingKeysWith: { first, _ in first })
        guard let group = row["GROUP"], let topic = row["TOPIC"],
          let number = row["PARTITION"].flatMap({ Int($0) })
        else { continue }
        groups[String(group), default: [:]][TopicPartition(topic: String(topic), partition: number)] =
          GroupRow(
            committed: (row["CURRENT-OFFSET"] ?? row["START-OFFSET"]).flatMap { Int($0) },
            end: row["LOG-END-OFFSET"].flatMap { Int($0) }, lag: row["LAG"].flatMap { Int($0) })
      }
    }
    return groups
  }

  /// `consumer-groups --describe --state`, by group: the state and the number of members.
  static func states(_ text: String) -> [String: (state: String, members: Int, coordinator: Int)] {
    var states: [String: (state: String, members: Int, coordinator: Int)] = [:]
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count == 6, let members = Int(words[5]), let id = Int(words[2].filter(\.isNumber)) else {
        continue
      }
      states[String(words[0])] = (String(words[4]), members, id)
    }
    return states
  }

  /// `get-offsets`: "topic:0:164".
  static func offsets(_ text: String) -> [TopicPartition: Int] {
    let pairs = text.split(separator: "\n").compactMap { line -> (TopicPartition, Int)? in
      let parts = line.split(separator: ":")
      guard parts.count == 3, let number = Int(parts[1]), let offset = Int(parts[2]) else { return nil }
      return (TopicPartition(topic: String(parts[0]), partition: number), offset)
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }
}
