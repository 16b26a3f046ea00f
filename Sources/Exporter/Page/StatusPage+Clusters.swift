import Model

extension StatusPage {
  /// More would bury what is first among them; the metrics name all.
  private static let listed = 10

  static func clusters(_ section: Section<ClustersSection>?, _ now: Moment) -> HTML {
    guard let section, !section.value.clusters.isEmpty else { return "" }
    let parts = section.value.clusters.map {
      part($0, isFresh: section.isFresh(at: now) && $0.isFresh(at: now), now)
    }
    return """
      <section>
      <h2>Kafka clusters</h2>
      \(HTML(parts))</section>

      """
  }

  private static func part(_ cluster: ClusterSection, isFresh: Bool, _ now: Moment) -> HTML {
    let state = ClusterState(cluster, isFresh: isFresh)
    let identity = cluster.reading.identity
    let facts = HTML([isFresh ? facts(cluster) : "", unread(cluster.unread)])
    let kind = [identity.kind?.name, identity.version].compactMap { $0 }.joined(separator: " ")
    return """
      <h3>\(cluster.name) <span class="state \(state.tone)">\(state.word)</span>\
      \(kind.isEmpty ? "" : " <span class=\"kind\">\(kind)</span>" as HTML)</h3>
      \(notice(cluster, state, now))\(facts.text.isEmpty ? "" : "<dl>\n\(facts)</dl>\n" as HTML)
      """
  }

  private static func notice(_ cluster: ClusterSection, _ state: ClusterState, _ now: Moment) -> HTML {
    switch state {
    case .late:
      return """
        <p class="notice">Last read \(Age.text(now.age(of: cluster.readAt))) ago. What was read then is not \
        believed any more and not shown.</p>

        """
    case .frozen:
      return """
        <p class="notice">The metadata quorum is lost. Brokers still tell the last metadata they had: who is in sync \
        and who controls the cluster cannot be known.</p>

        """
    case .unread, .failing, .impaired, .well: return ""
    }
  }

  private static func facts(_ cluster: ClusterSection) -> HTML {
    let (reading, verdict) = (cluster.reading, cluster.verdict)
    let controller = verdict.isFrozen == true ? nil : verdict.controller
    let partitions = [
      "\(count(reading.partitions.count, "partition")) in \(count(reading.topics.count, "topic"))",
      "\(number(verdict.underReplicated)) under-replicated", "\(number(verdict.offline)) offline",
      "\(number(verdict.unavailable)) with a leader that does not answer",
    ]
    return HTML([
      fact("Brokers", HTML(escaping: brokers(reading, verdict))),
      fact("Controller", HTML(escaping: controller.map { "node \($0)" } ?? "unknown")),
      fact("Partitions", HTML(escaping: partitions.joined(separator: ", "))),
      fact("Groups", groups(reading, verdict)),
    ])
  }

  private static func brokers(_ reading: ClusterReading, _ verdict: ClusterVerdict) -> String {
    let asked = reading.brokers.filter { $0.answers != nil }
    let silent = asked.filter { $0.answers == false }.map { "\($0.id)" }
    let up = asked.isEmpty ? "unknown" : "\(asked.count - silent.count)"
    let expected = verdict.expectedBrokers.map { "\($0.count)" } ?? "unknown"
    let names = silent.isEmpty ? "" : "; no answer from \(shortened(silent))"
    return "\(up) up, \(expected) expected\(names)"
  }

  /// The worst first, and among equals those that lag most.
  private static func groups(_ reading: ClusterReading, _ verdict: ClusterVerdict) -> HTML {
    let bad = zip(reading.groups, verdict.groups).compactMap { group, judged in
      judged.status.flatMap { status -> BadGroup? in
        guard status > .ok else { return nil }
        return BadGroup(
          name: group.name, status: status, causes: judged.causes, lag: verdict.lag(of: judged))
      }
    }.sorted(by: BadGroup.isWorse)
    let total = count(reading.groups.count, "group")
    guard !bad.isEmpty else { return "\(total), none in trouble" }
    let items = bad.prefix(listed).map { group -> HTML in
      "<li><strong>\(group.name)</strong>: \(group.sentence)</li>\n"
    }
    let rest: HTML = bad.count > listed ? "<li>and \(bad.count - listed) more</li>\n" : ""
    return "\(total), \(bad.count) in trouble:<ul>\n\(HTML(items))\(rest)</ul>"
  }

  private static func unread(_ parts: [UnreadPart]) -> HTML {
    guard !parts.isEmpty else { return "" }
    let items = parts.prefix(listed).map { part -> HTML in
      "<li>\(part.part.replacing("_", with: " ")): \(part.reason)\(part.count > 1 ? " (\(part.count) times)" : "")</li>\n"
    }
    let rest: HTML = parts.count > listed ? "<li>and \(parts.count - listed) more</li>\n" : ""
    return fact("Could not be read", "<ul>\n\(HTML(items))\(rest)</ul>")
  }

  private static func fact(_ name: String, _ value: HTML) -> HTML {
    "<div><dt>\(name)</dt><dd>\(value)</dd></div>\n"
  }

  private static func number(_ value: Int?) -> String {
    value.map { "\($0)" } ?? "unknown"
  }

  private static func count(_ value: Int, _ word: String) -> String {
    "\(value) \(word)\(value == 1 ? "" : "s")"
  }

  private static func shortened(_ names: [String]) -> String {
    let more = names.count > listed ? " and \(names.count - listed) more" : ""
    return names.prefix(listed).joined(separator: ", ") + more
  }
}

extension ClusterKind {
  fileprivate var name: String {
    switch self {
    case .kraft: "Kafka (KRaft)"
    case .zookeeper: "Kafka (ZooKeeper)"
    case .redpanda: "Redpanda"
    case .other: "of an unknown kind"
    }
  }
}

extension ClusterVerdict {
  /// Over all its topics; nil where no lag is known.
  fileprivate func lag(of group: GroupVerdict) -> Int64? {
    let known = groupTopics[group.topics.clamped(to: groupTopics.indices)].compactMap(\.lag)
    guard !known.isEmpty else { return nil }
    return known.reduce(0) { sum, lag in
      let (next, overflow) = sum.addingReportingOverflow(lag)
      return overflow ? .max : next
    }
  }
}
