extension RealCluster {
  /// Makes a node that is a broker only, as another one would be set up, and starts it; it is stopped with the others.
  package func add(_ node: Int, like model: Int) async throws {
    let script = """
      set -e; cd "$1"; mkdir -p "node-$3/data-a" "node-$3/data-b" "node-$3/logs"
      sed -e "s#node-$2/#node-$3/#g" -e "s/^node.id=$2$/node.id=$3/" -e "s/^process.roles=.*/process.roles=broker/" \\
        -e "/listeners=/s#,CONTROLLER://[^,]*##" -e "/listeners=/s#:\(port(of: model) / 10)#:\(port(of: node) / 10)#g" \\
        -e "s/^broker.id=.*//" "node-$2/server.properties" > "node-$3/server.properties"
      sed -i "s/^nodes=(\\(.*\\))/nodes=(\\1 $3)/" cluster.env
      sed -n "s/^cluster.id=//p" "node-$2/data-a/meta.properties"
      """
    let made = try await Command("sh", "-c", script, "sh", folder, "\(model)", "\(node)")
    guard made.status == 0 else { throw Failure(made.errors) }
    let id = made.output.split(separator: "\n").first.map(String.init) ?? ""
    try await run("storage", "format", "-t", id, "-c", "\(folder)/node-\(node)/server.properties")
    try await start(node)
  }
}
