/// The labels that say where a container comes from; any other may hold anything.
enum ContainerLabel {
  static func isKept(_ name: String) -> Bool {
    kept.contains(name)
  }

  private static let kept: Set<String> = [
    "com.docker.compose.project", "com.docker.compose.service", "com.docker.compose.container-number",
    "com.docker.swarm.service.name", "io.kubernetes.pod.namespace", "io.kubernetes.pod.name",
    "io.kubernetes.container.name", "app.kubernetes.io/name", "app.kubernetes.io/instance",
    "org.opencontainers.image.title", "org.opencontainers.image.version",
  ]
}
