extension BuiltInProfiles {
  /// The page of a JMX Prometheus agent inside of Kafka, with the names that its example configuration for Kafka gives, and with
  /// those that it gives without any.
  static let kafkaAgent = #"""
    name: kafka-agent
    title: JMX Prometheus agent in Kafka
    automatic: false
    agent_metrics:
      - source: '(?i)kafka_network_requestmetrics_totaltimems'
        metric: broker_request_seconds
        labels: {request: request, quantile: quantile}
        scale: 0.001
      - source: kafka_network_RequestMetrics_50thPercentile
        metric: broker_request_seconds
        labels: {request: request}
        constants: {quantile: "0.5"}
        only: {name: TotalTimeMs}
        scale: 0.001
      - source: kafka_network_RequestMetrics_95thPercentile
        metric: broker_request_seconds
        labels: {request: request}
        constants: {quantile: "0.95"}
        only: {name: TotalTimeMs}
        scale: 0.001
      - source: kafka_network_RequestMetrics_99thPercentile
        metric: broker_request_seconds
        labels: {request: request}
        constants: {quantile: "0.99"}
        only: {name: TotalTimeMs}
        scale: 0.001
      - source: kafka_network_RequestMetrics_999thPercentile
        metric: broker_request_seconds
        labels: {request: request}
        constants: {quantile: "0.999"}
        only: {name: TotalTimeMs}
        scale: 0.001

      - source: '(?i)kafka_network_socketserver_networkprocessoravgidle_?percent'
        metric: broker_handler_idle_ratio
        constants: {kind: network}
      - source: kafka_network_SocketServer_Value
        metric: broker_handler_idle_ratio
        constants: {kind: network}
        only: {name: NetworkProcessorAvgIdlePercent}
      - source: '(?i)kafka_server_kafkarequesthandlerpool_requesthandleravgidle_?percent'
        metric: broker_handler_idle_ratio
        constants: {kind: request}
      - source: kafka_server_KafkaRequestHandlerPool_OneMinuteRate
        metric: broker_handler_idle_ratio
        constants: {kind: request}
        only: {name: RequestHandlerAvgIdlePercent}

      - source: '(?i)kafka_network_requestchannel_requestqueuesize'
        metric: broker_request_queue_size
        only: {processor: ""}
      - source: kafka_network_RequestChannel_Value
        metric: broker_request_queue_size
        only: {name: RequestQueueSize, processor: ""}

      # An empty pattern: the sum over all topics, which has no such label.
      - source: '(?i)kafka_server_brokertopicmetrics_bytesin(persec)?(_count)?(_total)?'
        metric: broker_bytes_in_total
        only: {topic: ""}
      - source: kafka_server_BrokerTopicMetrics_Count
        metric: broker_bytes_in_total
        only: {name: BytesInPerSec, topic: ""}
      - source: '(?i)kafka_server_brokertopicmetrics_bytesout(persec)?(_count)?(_total)?'
        metric: broker_bytes_out_total
        only: {topic: ""}
      - source: kafka_server_BrokerTopicMetrics_Count
        metric: broker_bytes_out_total
        only: {name: BytesOutPerSec, topic: ""}

      - source: '(?i)kafka_server_brokertopicmetrics_failedproducerequests(persec)?(_count)?(_total)?'
        metric: broker_failed_requests_total
        constants: {kind: produce}
        only: {topic: ""}
      - source: kafka_server_BrokerTopicMetrics_Count
        metric: broker_failed_requests_total
        constants: {kind: produce}
        only: {name: FailedProduceRequestsPerSec, topic: ""}
      - source: '(?i)kafka_server_brokertopicmetrics_failedfetchrequests(persec)?(_count)?(_total)?'
        metric: broker_failed_requests_total
        constants: {kind: fetch}
        only: {topic: ""}
      - source: kafka_server_BrokerTopicMetrics_Count
        metric: broker_failed_requests_total
        constants: {kind: fetch}
        only: {name: FailedFetchRequestsPerSec, topic: ""}

      - source: '(?i)kafka_server_delayedoperationpurgatory_purgatorysize'
        metric: broker_purgatory_size
        labels: {kind: delayedOperation}
      - source: kafka_server_DelayedOperationPurgatory_Value
        metric: broker_purgatory_size
        labels: {kind: delayedOperation}
        only: {name: PurgatorySize}

    """#
}
