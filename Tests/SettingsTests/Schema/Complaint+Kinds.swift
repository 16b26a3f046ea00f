extension Complaint {
  static let keys = [
    Complaint(
      "collectors:\n  cluster:\n    intervall: 10s\n",
      "3:5: unknown key 'intervall' in collectors.cluster; did you mean 'interval'?"),
    Complaint("wbe: {}\n", "1:1: unknown key 'wbe' at the top level; did you mean 'web'?"),
    Complaint(
      "web: {Telemetry_Path: /m}\n",
      "1:7: unknown key 'Telemetry_Path' in web; did you mean 'telemetry_path'?"),
    Complaint(
      "web: {port: 1}\n",
      "1:7: unknown key 'port' in web; the keys there are 'telemetry_path', 'reload_token' and 'reload_token_file'"
    ),
    Complaint("clusters: [{bootstrap: [a]}]\n", "1:12: the key 'name' is missing in clusters[0]"),
    Complaint("- a\n", "1:1: expected keys and values for the whole file, found a list"),
    Complaint("text\n", "1:1: expected keys and values for the whole file, found text"),
    Complaint("collectors: [a]\n", "1:13: expected keys and values for collectors, found a list"),
    Complaint("clusters:\n", "1:10: expected a list for clusters, found nothing"),
    Complaint("clusters: {name: a}\n", "1:11: expected a list for clusters, found keys and values"),
    Complaint(
      "labels: {\(String(repeating: "x", count: 129)): a}\n",
      "1:10: the name '\(String(repeating: "x", count: 60))…' in labels is longer than 128 characters"),
  ]

  static let values = [
    Complaint(
      "collectors: {cluster: {scope: brokr}}",
      "1:31: expected broker or cluster for collectors.cluster.scope, found 'brokr'; did you mean 'broker'?"),
    Complaint(
      "collectors: {cluster: {scope: node}}",
      "1:31: expected broker or cluster for collectors.cluster.scope, found 'node'"),
    Complaint(
      "collectors: {cluster: {enabled: 'true'}}",
      "1:33: expected true or false for collectors.cluster.enabled, found 'true'; remove the quotes"),
    Complaint(
      "collectors: {cluster: {enabled: on}}",
      "1:33: expected true or false for collectors.cluster.enabled, found 'on'"),
    Complaint(
      "collectors: {cluster: {enabled: [true]}}",
      "1:33: expected true or false for collectors.cluster.enabled, found a list"),
    Complaint(
      "collectors: {cluster: {interval: }}",
      "1:34: expected a duration like 10s for collectors.cluster.interval, found nothing"),
    Complaint(
      "collectors: {cluster: {interval: 10ms}}",
      "1:34: collectors.cluster.interval must be between 1s and 1h, found '10ms'"),
    Complaint(
      "collectors: {cluster: {stale_after: 5s}}",
      "1:37: collectors.cluster.stale_after must not be shorter than interval"),
    Complaint(
      "web:\n  telemetry_path: |\n    met\n", "2:19: web.telemetry_path must start with '/', found 'met\\n'"),
    Complaint("web: {telemetry_path: ~}", "1:23: expected text for web.telemetry_path, found nothing"),
    Complaint(
      "clusters: [{name: a, bootstrap: []}]",
      "1:33: clusters[0].bootstrap must name at least one broker, found a list"),
    Complaint(
      "clusters: [{name: a, bootstrap: [b, {}]}]",
      "1:37: expected text for clusters[0].bootstrap[1], found keys and values"),
    Complaint("labels: {\"a\\nb.c\": [b]}", "1:20: expected text for labels['a\\nb.c'], found a list"),
    Complaint(
      "'': {a: 1, a: 2}",
      "1:1: unknown key '' at the top level; the keys there are 'web', 'collectors', 'limits', 'clusters', 'labels' and 'journal'",
      "1:12: the key 'a' appears twice in ['']; it is already on line 1"),
    Complaint("labels: {a: [b]}", "1:13: expected text for labels.a, found a list"),
  ]

  static let numbers = [
    Complaint("limits: {series: 1.5}", "1:18: expected a whole number for limits.series, found '1.5'"),
    Complaint("limits: {series: 0x10}", "1:18: expected a whole number for limits.series, found '0x10'"),
    Complaint("limits: {series: 1_000}", "1:18: expected a whole number for limits.series, found '1_000'"),
    Complaint(
      "limits: {series: 010}",
      "1:18: expected a whole number for limits.series, found '010'; write it without leading zeros"),
    Complaint(
      "limits: {series: 9223372036854775808}",
      "1:18: expected a whole number for limits.series, found '9223372036854775808'; it is too large"),
    Complaint("limits: {series: 0}", "1:18: limits.series must be at least 1, found '0'"),
    Complaint("limits: {series: -1}", "1:18: limits.series must be at least 1, found '-1'"),
    Complaint("limits: {ratio: .nan}", "1:17: expected a number for limits.ratio, found '.nan'"),
    Complaint("limits: {ratio: inf}", "1:17: expected a number for limits.ratio, found 'inf'"),
    Complaint(
      "limits: {ratio: 1e999}", "1:17: expected a number for limits.ratio, found '1e999'; it is too large"),
    Complaint("limits: {ratio: 1.5}", "1:17: limits.ratio must be between 0.0 and 1.0, found '1.5'"),
    Complaint(
      "limits: {memory: 10 MB}",
      "1:18: expected a size like 64MiB for limits.memory, found '10 MB';"
        + " the units are B, KB, MB, GB, TB, KiB, MiB, GiB and TiB"),
    Complaint("limits: {memory: big}", "1:18: expected a size like 64MiB for limits.memory, found 'big'"),
    Complaint(
      "limits: {memory: 9000000TiB}",
      "1:18: expected a size like 64MiB for limits.memory, found '9000000TiB'; it is too large"),
  ]

  static let environment = [
    Complaint(
      "web: {telemetry_path: '${NO_SUCH}'}",
      "1:23: the environment variable 'NO_SUCH' is not set; set it, or write ${NO_SUCH:-default}"),
    Complaint(
      "collectors:\n  cluster:\n    interval: ${WORD}",
      "3:15: expected a duration like 10s for collectors.cluster.interval, found the value of '${WORD}'"),
    Complaint(
      "collectors:\n  cluster:\n    interval: ${EMPTY}",
      "3:15: expected a duration like 10s for collectors.cluster.interval, found the value of '${EMPTY}'"),
    Complaint(
      "collectors:\n  cluster:\n    enabled: \"${TRUE}\"",
      "3:14: expected true or false for collectors.cluster.enabled, found the value of '${TRUE}'; remove the quotes"
    ),
    Complaint(
      "journal: ${A",
      "1:10: '${' has no closing '}'; write '$${' for the text '${' itself"),
    Complaint("journal: ${1A}", "1:10: '${1A}' names no variable; write ${NAME} or ${NAME:-default}"),
    Complaint("journal: ${}", "1:10: '${}' names no variable; write ${NAME} or ${NAME:-default}"),
    Complaint(
      "labels: {a: ${WORD}}",
      "1:14: this is not valid YAML: did not find expected ',' or '}'"
        + " (while parsing a flow mapping that begins on line 1); inside [ ] and { } a value with ${NAME} needs quotes"
    ),
    Complaint(
      "web:\n\ttelemetry_path: /x",
      "2:1: this is not valid YAML: found character that cannot start any token"
        + " (while scanning for the next token that begins on line 2); use spaces here instead of a tab"),
  ]

  static let secrets = [
    Complaint(
      "web:\n  reload_token: a\n  reload_token_file: token\n",
      "3:3: 'reload_token' and 'reload_token_file' exclude each other in web; keep one of them"),
    Complaint("web: {reload_token: ''}", "1:21: the secret web.reload_token is empty"),
    Complaint("web: {reload_token: [a]}", "1:21: expected text for web.reload_token, found a list"),
    Complaint(
      "web: {reload_token_file: none}", "1:26: the file 'none' of web.reload_token_file does not exist"),
    Complaint(
      "web: {reload_token_file: /run/empty}", "1:26: the file '/run/empty' of web.reload_token_file is empty"),
    Complaint(
      "web: {reload_token_file: /run/binary}",
      "1:26: the file '/run/binary' of web.reload_token_file is not UTF-8 text"),
    Complaint(
      "web: {reload_token_file: {a: b}}",
      "1:26: expected text for web.reload_token_file, found keys and values"),
  ]
}
