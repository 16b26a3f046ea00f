import Glibc
import Systemd

// A cluster of a size that no test machine could run for real, answering from prebuilt bytes: what a monitor costs there is then the
// monitor's own cost. See `Size` for the arguments. It prints one line of JSON when it listens, a line with the truth for every line on
// standard input, and ends when that is closed.
guard let size = Size(CommandLine.arguments.dropFirst()) else {
  _ = StandardError.write(
    Array("usage: BigCluster [--ports N,N,N] [--topics N] [--partitions N] [--groups N]\n".utf8))
  exit(64)
}
try await BigCluster.run(size)
