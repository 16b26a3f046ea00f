/// The number by which a Kafka cluster knows one of its nodes.
package typealias NodeID = Int32
