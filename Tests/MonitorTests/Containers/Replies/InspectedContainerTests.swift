import Model
import TestSupport
import Testing

@testable import Monitor

@Suite struct InspectedContainerTests {
  static func text(state: String, host: String = "", config: String = "", more: String = "") -> String {
    #"""
    {"Id":"d2d01486d4f25446f09bc688e74c370560d50d7089edfa824531a81c071e9c03","Created":"2026-11-21T13:43:52.804627747Z",
    "Path":"sh","Args":["-c","sleep 1000"],"State":{\#(state)},"Image":"sha256:ce3e","Name":"/broker-1","RestartCount":4,
    "HostConfig":{"NetworkMode":"default"\#(host)},"Config":{"Image":"bb:1","Cmd":["sh"]\#(config)}\#(more)}
    """#
  }

  private func parse(_ text: String) throws -> ContainerReading {
    try #require(InspectedContainer.parse(Array(text.utf8))).reading
  }

  @Test func `a running container`() throws {
    let inspected = try #require(
      InspectedContainer.parse(
        Array(
          Self.text(
            state: #"""
              "Status":"running","Running":true,"OOMKilled":false,"Pid":12133,"ExitCode":0,"Error":"",
              "StartedAt":"2026-11-21T13:43:53.055007818Z","FinishedAt":"0001-01-01T00:00:00Z",
              "Health":{"Status":"healthy","FailingStreak":0,"Log":[{"Output":"}{\"Status\":\"unhealthy\""}]}
              """#
          ).utf8)))
    #expect(inspected.restartCount == 4)
    let container = inspected.reading
    #expect(container.name == "broker-1")
    #expect(container.shortID == "d2d01486d4f2")
    #expect(container.image == "bb:1")
    #expect(container.state == .running)
    #expect(container.health == .healthy)
    #expect(container.pid == 12133)
    #expect(container.exitCode == nil)
    #expect(container.isOOMKilled == false)
    #expect(container.startedAt == Timestamp(nanoseconds: 1_795_268_633_055_007_818))
    #expect(container.finishedAt == nil)
    #expect(container.command == ["sh", "-c", "sleep 1000"])
    #expect(container.networkMode == "default")
    #expect(container.cpuLimit == nil && container.memoryLimit == nil)
  }

  @Test func `one that ended keeps its code, and has no health and no process`() throws {
    let container = try parse(
      Self.text(
        state: #"""
          "Status":"exited","Running":false,"OOMKilled":true,"Pid":0,"ExitCode":137,
          "StartedAt":"2026-11-21T13:43:53.935171401Z","FinishedAt":"2026-11-21T13:43:55.987928044Z",
          "Health":{"Status":"unhealthy"}
          """#))
    #expect(container.state == .exited)
    #expect(container.exitCode == 137)
    #expect(container.isOOMKilled == true)
    #expect(container.pid == nil)
    #expect(container.health == nil)
    #expect(container.finishedAt == Timestamp(nanoseconds: 1_795_268_635_987_928_044))
  }

  @Test func `one that was never started ended with no code`() throws {
    let container = try parse(
      Self.text(state: #""Status":"created","ExitCode":0,"StartedAt":"0001-01-01T00:00:00Z""#))
    #expect(container.exitCode == nil)
    #expect(container.startedAt == nil)
  }

  @Test(arguments: [
    (#","NanoCpus":1500000000,"CpuQuota":0,"CpuPeriod":0"#, 1.5),
    (#","CpuQuota":50000,"CpuPeriod":100000"#, 0.5),
    (#","CpuQuota":50000,"CpuPeriod":0"#, 0.5), (#","CpuQuota":-1,"CpuPeriod":100000"#, nil),
    (#","NanoCpus":0"#, nil), (#","CpuQuota":300000,"CpuPeriod":-5"#, 3),
  ])
  func `limits of CPUs`(host: String, expected: Double?) throws {
    #expect(try parse(Self.text(state: #""Status":"running""#, host: host)).cpuLimit == expected)
  }

  @Test(arguments: [(#","Memory":67108864"#, 67_108_864), (#","Memory":0"#, nil), (#","Memory":-1"#, nil)])
  func `limits of memory`(host: String, expected: UInt64?) throws {
    #expect(try parse(Self.text(state: #""Status":"running""#, host: host)).memoryLimit == expected)
  }

  @Test func `variables that configure a broker are kept, and none that may be a secret`() throws {
    let container = try parse(
      Self.text(
        state: #""Status":"running""#,
        config: #"""
          ,"Env":["PATH=/bin","KAFKA_NODE_ID=1","KAFKA_OPTS=-Da=b=c","KAFKA_SSL_KEYSTORE_PASSWORD=x",
          "KAFKA_LISTENER_NAME_SASL_JAAS_CONFIG=x","REDPANDA_API_TOKEN=x","BROKER_SECRET=x","BROKER_KEY=x","broker_key=x",
          "BROKER_DATA_DIR=/d","REDPANDA_RPC_PORT","AWS_SECRET_ACCESS_KEY=x","KAFKA_CREDENTIALS=x"]
          """#))
    #expect(
      container.environment == ["KAFKA_NODE_ID": "1", "KAFKA_OPTS": "-Da=b=c", "BROKER_DATA_DIR": "/d"])
  }

  @Test func `labels of the allow-list are kept`() throws {
    let container = try parse(
      Self.text(
        state: #""Status":"running""#,
        config: #"""
          ,"Labels":{"com.docker.compose.project":"shop","com.docker.compose.config-hash":"x","secret":"y",
          "io.kubernetes.pod.namespace":"kafka"}
          """#))
    #expect(
      container.labels == ["com.docker.compose.project": "shop", "io.kubernetes.pod.namespace": "kafka"])
  }

  @Test func `ports and mounts`() throws {
    let container = try parse(
      Self.text(
        state: #""Status":"running""#,
        more: #"""
          ,"NetworkSettings":{"Ports":{"9092/tcp":[{"HostIp":"0.0.0.0","HostPort":"19092"},{"HostIp":"::","HostPort":"19092"}],
          "8080/tcp":null,"53/udp":[],"x/tcp":null}},
          "Mounts":[{"Type":"bind","Source":"/srv/kafka","Destination":"/data","RW":true},{"Type":"tmpfs","Source":"","Destination":"/t"}]
          """#))
    #expect(
      container.ports == [
        ContainerPort(port: 53, transport: "udp"), ContainerPort(port: 8080, transport: "tcp"),
        ContainerPort(port: 9092, transport: "tcp", hostAddress: "0.0.0.0", hostPort: 19092),
        ContainerPort(port: 9092, transport: "tcp", hostAddress: "::", hostPort: 19092),
      ])
    #expect(container.mounts == [ContainerMount(source: "/srv/kafka", destination: "/data")])
  }

  @Test func `fields of another kind cost only themselves`() throws {
    let container = try parse(
      #"{"Id":"a","Name":7,"State":{"Status":"running","ExitCode":"0","StartedAt":5},"Config":null,"RestartCount":"x"}"#
    )
    #expect(container.id == "a")
    #expect(container.state == .running)
    #expect(container.startedAt == nil)
  }

  @Test func `what has no id is no container`() {
    #expect(InspectedContainer.parse(Array(#"{"message":"no such container"}"#.utf8)) == nil)
    #expect(InspectedContainer.parse(Array("<html>".utf8)) == nil)
  }
}
