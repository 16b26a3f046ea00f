import Model

/// What a broker's own settings say, whatever their format is.
struct NodeSettings: Sendable, Hashable {
  var id: String?
  var role: String?
  var clusterID: String?
  var listeners: [ListenerFact] = []
  /// As the broker calls them; relative ones start in its working directory.
  var dataDirectories: [String] = []
  /// Whom it finds its cluster through: the same for all nodes of one.
  var rendezvous: String?
  var problems: [String] = []
}
