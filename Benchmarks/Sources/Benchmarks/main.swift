import Glibc

let benchmarks: [any Benchmark] = [
  RenderBenchmark(), ClusterPageBenchmark(), GzipBenchmark(), KafkaDecodeBenchmark(),
]

if CommandLine.arguments.contains("--serve") {
  try await PageServer.run()
  exit(0)
}

let effort: Effort = CommandLine.arguments.contains("--short") ? .short : .full
print("Medians of \(effort.rounds) rounds, after one to warm up.")
var report = Report()
for benchmark in benchmarks {
  report.add(benchmark.name, try await benchmark.run(Rounds(effort: effort)))
}
if !report.slow.isEmpty {
  print("\nOver the limit here: \(report.slow.map(\.name)). Times count on an idle machine only.")
}
if !report.broken.isEmpty || effort == .full && !report.slow.isEmpty {
  print("\nOver the limit: \((report.broken + report.slow).map(\.name)).")
  exit(1)
}
