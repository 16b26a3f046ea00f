extension BuiltInProfiles {
  static let streamBus = #"""
    name: streambus
    title: StreamBus
    process:
      programs: ['(.*/)?streambus(-broker|d)?']
    container:
      images: ['(.*/)?streambus(/[a-z0-9_.-]+)?([:@].*)?']
      names: ['(.*[_-])?streambus([_-].*)?']
      labels:
        app: streambus
        app.kubernetes.io/name: streambus
    units: ['streambus(@.*)?\.service']
    settings:
      format: yaml
      options: ['--config']
      files: [/etc/streambus/broker.yaml]
      node_id: {key: broker.id}
      data_directory: {key: storage.data_dir}
    listeners:
      - {name: clients, port: 9092}
      - {name: http, port: 8081}
      - {name: grpc, port: 9093}
    data_directories: [/data/streambus]
    logs:
      - {file: /var/log/streambus/broker.log, format: json}

    """#

  static let distributedBroker = #"""
    name: distributed-broker
    title: Distributed broker
    # Any program may be called broker.
    automatic: false
    process:
      programs: ['(.*/)?(distributed-)?broker']
    container:
      images: ['(.*/)?(distributed-)?broker([:@].*)?']
      names: ['(.*[_-])?broker[_-][0-9]+']
      labels:
        app.kubernetes.io/name: distributed-broker
    units: ['broker(@.*)?\.service']
    settings:
      format: yaml
      options: ['--config', '-config']
      files: [/etc/broker/config.yaml]
      node_id: {environment: BROKER_NODE_ID, key: node.id}
      data_directory: {environment: BROKER_DATA_DIR, key: node.data_dir}
    listeners:
      - {name: clients, port: 8080, source: {environment: BROKER_GRPC_PORT, key: network.grpc_port}}
      - {name: raft, port: 9080, source: {environment: BROKER_RAFT_PORT, key: network.raft_port}}
      - {name: data, port: 9180, source: {environment: BROKER_DATA_PORT, key: network.data_port}}
      - {name: metrics, port: 9090, source: {environment: BROKER_METRICS_PORT, key: network.metrics_port}}
    data_directories: [/var/lib/broker/data]

    """#

  static let messageQueue = #"""
    name: message-queue
    title: Distributed message queue
    # Any script may be called broker.py.
    automatic: false
    process:
      programs: ['(.*/)?broker\.py']
    container:
      images: ['(.*/)?(distributed-)?message-queue([:@].*)?']
      names: ['(.*[_-])?broker[_-][0-9]+']
      labels:
        app: message-queue
    units: ['message-queue(@.*)?\.service']
    settings:
      # broker.py ID PORT
      node_id: {word: 1}
    listeners:
      - {name: clients, port: 9092, source: {word: 2}}
    data_directories: [/var/lib/message-queue/data]

    """#

  static let pubSub = #"""
    name: pubsub
    title: Publish/subscribe broker
    # Its program may be called anything.
    automatic: false
    process:
      programs: ['(.*/)?(pub-?sub|broker)(-broker)?']
    container:
      images: ['(.*/)?(pub-?sub|broker)(-broker)?([:@].*)?']
      names: ['(.*[_-])?(pub-?sub|broker)([_-].*)?']
      labels:
        app: '(pub-?sub|broker)'
    units: ['pub-?sub(@.*)?\.service']
    listeners:
      - {name: clients, port: 8080}
      - {name: metrics, port: 9901}

    """#
}
