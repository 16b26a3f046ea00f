import Monitor
import Patterns
import Settings
import Testing
import Transport

@testable import brokerwatch

@Suite struct ContainersConfigurationTests {
  private func settings(_ text: String) throws -> ContainerCollectorSettings {
    try configuration("collectors: {containers: {\(text)}}").collectors.containers.settings
  }

  @Test(
    arguments: [
      ("unix:///run/d.sock", EngineAddress.Place.socket(path: "/run/d.sock")),
      ("tcp://proxy:2375", .host("proxy", port: 2375, usesTLS: false)),
      ("http://proxy/", .host("proxy", port: 2375, usesTLS: false)),
      ("https://[::1]:99", .host("::1", port: 99, usesTLS: true)),
      ("https://[::1]", .host("::1", port: 2376, usesTLS: true)),
    ] as [(String, EngineAddress.Place)])
  func `addresses`(text: String, place: EngineAddress.Place) throws {
    let address = try #require(try settings("address: '\(text)'").address)
    #expect(address.place == place)
    #expect(try EngineAddress(settingText: address.settingText).place == place)
  }

  @Test(arguments: [
    ("/run/d.sock", "write unix:///run/d.sock"), ("ssh://host", "it begins with unix://, tcp:// or https://"),
    ("unix://d.sock", "after unix:// stands an absolute path"),
    ("tcp://a/b", "write the host and the port only"),
    ("tcp://user@host:1", "write the host and the port only"),
    ("tcp://host:0", "a port is a number from 1 to 65535"),
    ("docker", "expected an address like unix:///var/run/docker.sock or tcp://docker-proxy:2375"),
  ])
  func `mistakes in addresses`(text: String, hint: String) {
    let error = #expect(throws: SettingsError.self) { try settings("address: '\(text)'") }
    #expect(error?.description.contains(hint) == true, "\(error?.description ?? "")")
  }

  @Test func `TLS needs an address that can have it`() throws {
    let error = #expect(throws: SettingsError.self) { try settings("address: 'unix:///d', tls: {}") }
    #expect(error?.description.contains("must be left out with a unix socket") == true)
    let tls = try #require(try settings("address: 'tcp://d:1', tls: {ca_file: ca.pem, server_name: x}").tls)
    #expect(tls == TLSSettings(authorityFile: "/etc/bw/ca.pem", serverName: "x"))
  }

  @Test func `without a word all containers are watched every ten seconds`() throws {
    #expect(try settings("") == ContainerCollectorSettings())
  }

  @Test func `times and patterns`() throws {
    let settings = try settings(
      "interval: 5s, stale_after: 1m, list_interval: 2m, include: ['a.*'], labels: {exclude: ['watch=no']}")
    #expect(
      [settings.interval, settings.staleAfter, settings.listInterval] == [
        .seconds(5), .seconds(60), .seconds(120),
      ])
    #expect(settings.filter.names.includes("abc") && !settings.filter.names.includes("b"))
    #expect(settings.filter.wantedLabels == nil)
    #expect(settings.filter.unwantedLabels?.includes("watch=no") == true)
  }
}
