import Patterns

extension ProfileCatalog {
  /// The first wanted profile that recognises the container, and by what.
  func match(_ container: ContainerSight) -> (profile: Profile, sign: String)? {
    for profile in wanted {
      if profile.container.images.contains(where: { $0.matches(container.image) }) {
        return (profile, "its image is \(container.image)")
      }
      if let label = profile.container.labels.first(where: { label in
        container.labels[label.key].map(label.value.matches) ?? false
      }) {
        return (profile, "its label \(label.key) is \(container.labels[label.key] ?? "")")
      }
      if profile.container.names.contains(where: { $0.matches(container.name) }) {
        return (profile, "its name is one of profile \(profile.name)")
      }
    }
    return nil
  }
}

extension NodeSettings {
  /// What a container's variables say, where its processes cannot be seen.
  init(_ profile: Profile, of container: ContainerSight) {
    let variables = container.environment
    switch profile.settings.format {
    case .kafka where variables.keys.contains { KafkaKeys.key(ofVariable: $0) != nil }:
      self.init(kafka: JavaProperties(kafkaEnvironment: variables))
    // The images listen where Kafka does, unless somebody says otherwise.
    case .kafka: self.init(kafka: JavaProperties())
    case .redpanda, .yaml, .none: self.init(profile, words: [], environment: variables, file: nil)
    }
  }
}
