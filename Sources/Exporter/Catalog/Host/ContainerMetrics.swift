import Model

extension Catalog {
  static let containerMetrics = [
    containerInfo, containerState, containerHealth, containerUp, containerRestarts,
    containerOOMKills, containerOOMKilled, containerExitCode, containerStartTime,
    containerFinishTime, containerEvents, containersUnread,
  ]

  package static let containerInfo = Metric(
    "broker_container_info", .info,
    host: [
      "container", "id", "image", "compose_project", "compose_service", "kubernetes_namespace",
      "kubernetes_pod", "kubernetes_container",
    ],
    help: "A container, and where it comes from.", from: \.containers
  ) { section, names, rows in
    section.forEach(names) { container, broker in
      let labels = container.labels
      rows.write(
        1, broker, container.name, container.shortID, container.image, labels["com.docker.compose.project"],
        labels["com.docker.compose.service"], labels["io.kubernetes.pod.namespace"],
        labels["io.kubernetes.pod.name"], labels["io.kubernetes.container.name"])
    }
  }

  package static let containerState = Metric(
    "broker_container_state", .stateSet(label: "state", states: ContainerState.allCases.map(\.rawValue)),
    host: ["container"],
    help: "What the container does: 1 for its state, 0 for the others.", from: \.containers
  ) { section, names, rows in
    section.forEach(names) { container, broker in
      rows.write(state: container.state?.rawValue, broker, container.name)
    }
  }

  package static let containerHealth = Metric(
    "broker_container_health", .stateSet(label: "state", states: ContainerHealth.allCases.map(\.rawValue)),
    host: ["container"],
    help: "What the container's health check says; absent without one, and while it does not run.",
    from: \.containers
  ) { section, names, rows in
    section.forEach(names) { container, broker in
      rows.write(state: container.health?.rawValue, broker, container.name)
    }
  }

  package static let containerUp = Metric(
    "broker_container_up", .gauge, host: ["container"],
    help: "1 if the container runs, 0 if it does not or is paused.", from: \.containers
  ) { section, names, rows in
    section.forEach(names) { container, broker in
      rows.write(container.isRunning, broker, container.name)
    }
  }

  package static let containerRestarts = Metric(
    "broker_container_restarts_total", .counter, host: ["container"],
    help: "How often the container was started again, by its engine or by somebody.", from: \.containers
  ) { section, names, rows in
    section.forEach(names) { container, broker in
      rows.write(container.restarts, broker, container.name)
    }
  }

  package static let containerOOMKills = Metric(
    "broker_container_oom_kills_total", .counter, host: ["container"],
    help: "How often memory ran out in the container, so that the kernel ended a process of it.",
    from: \.containers
  ) { section, names, rows in
    section.forEach(names) { container, broker in
      rows.write(container.oomKills, broker, container.name)
    }
  }

  package static let containerOOMKilled = Metric(
    "broker_container_oom_killed", .gauge, host: ["container"],
    help: "1 if that happened in the container's current run, or in its last one.", from: \.containers
  ) { section, names, rows in
    section.forEach(names) { container, broker in
      rows.write(container.isOOMKilled, broker, container.name)
    }
  }

  package static let containerExitCode = Metric(
    "broker_container_exit_code", .gauge, host: ["container"],
    help: "With what the container ended; absent while it runs.", from: \.containers
  ) { section, names, rows in
    section.forEach(names) { container, broker in
      rows.write(container.exitCode, broker, container.name)
    }
  }

  package static let containerStartTime = Metric(
    "broker_container_start_time_seconds", .gauge, unit: .seconds, host: ["container"],
    help: "When the container was started last.", from: \.containers
  ) { section, names, rows in
    section.forEach(names) { container, broker in
      rows.write(container.startedAt, broker, container.name)
    }
  }

  package static let containerFinishTime = Metric(
    "broker_container_finish_time_seconds", .gauge, unit: .seconds, host: ["container"],
    help: "When the container ended last.", from: \.containers
  ) { section, names, rows in
    section.forEach(names) { container, broker in
      rows.write(container.finishedAt, broker, container.name)
    }
  }

  package static let containerEvents = Metric(
    "broker_container_events_total", .counter, labels: ["action"],
    help: "What happened to containers, as their engine told it.", from: \.containers
  ) { section, rows in
    for action in ContainerAction.allCases { rows.write(section.events[action], action.rawValue) }
  }

  package static let containersUnread = Metric(
    "brokerwatch_containers_unread", .gauge, labels: ["part", "reason"],
    help:
      "How many containers this part could not be read for when last asked, and why; events are one for all.",
    from: \.containers
  ) { section, rows in
    for part in section.unread { rows.write(part.count, part.part, part.reason) }
  }
}
