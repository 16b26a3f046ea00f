import Testing

@testable import Settings

@Suite struct ComplaintTests {
  @Test(arguments: Complaint.all)
  func `every kind of mistake has its place and a sentence that says what to do`(_ complaint: Complaint) {
    #expect(Sample.complaints(complaint.text) == complaint.lines.map { "brokerwatch.yaml:" + $0 })
  }

  @Test func `all mistakes of a file come at once, in the file's order`() {
    let text = """
      labels: [a]
      collectors:
        cluster:
          interval: ten
          enabled: yes
          intervall: 5s
          interval: 5s
      web:
        telemetry_path: ${NO_SUCH}
        reload_token_file: nowhere
      clusters:
        - name: &main a
      """
    #expect(
      Sample.complaints(text) == [
        "brokerwatch.yaml:1:9: expected keys and values for labels, found a list",
        "brokerwatch.yaml:4:15: expected a duration like 10s for collectors.cluster.interval, found 'ten'",
        "brokerwatch.yaml:5:14: expected true or false for collectors.cluster.enabled, found 'yes'",
        "brokerwatch.yaml:6:5: unknown key 'intervall' in collectors.cluster; did you mean 'interval'?",
        "brokerwatch.yaml:7:5: the key 'interval' appears twice in collectors.cluster; it is already on line 4",
        "brokerwatch.yaml:9:19: the environment variable 'NO_SUCH' is not set; set it, or write ${NO_SUCH:-default}",
        "brokerwatch.yaml:10:22: the file 'nowhere' of web.reload_token_file does not exist",
        "brokerwatch.yaml:12:5: the key 'bootstrap' is missing in clusters[0]",
        "brokerwatch.yaml:12:11: anchors (&name) are not supported; write the value out wherever it is used",
      ])
  }

  @Test func `a problem in a secret never shows the secret`() {
    let complaints = Sample.complaints(
      "web:\n  reload_tokn: hunter2\n  telemetry_path: ${PASSWORD}\n"
        + "collectors: hunter2\nlabels: hunter2\n")
    #expect(complaints.count == 4)
    #expect(!complaints.joined().contains("hunter2"))
  }
}
