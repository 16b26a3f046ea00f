# `make` alone says what there is. `make run` and `make test` install what is missing first (Scripts/setup).

CONFIGURATION ?= debug
LISTEN ?= 127.0.0.1:9640
ARGS ?=
FILTER ?=
FUZZ_SECONDS ?= 60
BINARY_LIMIT_MB := 25

SWIFT_TEST := swift test --disable-xctest
UNIT_TESTS := --skip '^IntegrationTests\.'
# In a folder of its own, so that it does not undo the release build of the tests.
STATIC_BUILD := swift build -c release --scratch-path .build/static --static-swift-stdlib -Xlinker --gc-sections -Xlinker -s
RELEASE_BINARY := .build/static/release/brokerwatch

# The gates build with warnings as errors, in a folder of their own unless everything here is built that way.
STRICT_BUILD := BROKERWATCH_STRICT=1 swift build $(if $(filter 1,$(BROKERWATCH_STRICT)),,--scratch-path .build/strict)

revision := $(shell git describe --always --dirty --abbrev=12 --exclude '*' 2>/dev/null)
ifneq ($(revision),)
export BROKERWATCH_REVISION ?= $(revision)
endif

.DEFAULT_GOAL := help
.PHONY: help run test lint format docs release bench bench-kafka bench-host bench-containers fuzz faults sanitize kafka-proofs firstrun setup clean

help: ## Say what each target does
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Install everything that any target needs, the large peers of the tests included
	@Scripts/setup build lint test beds bench fuzz
	@Scripts/python-env --make >/dev/null

run: ## Build and start the daemon on LISTEN (127.0.0.1:9640); more flags in ARGS
	@Scripts/setup build
	@swift build -c $(CONFIGURATION) --product brokerwatch
	@echo "Brokerwatch: http://$(LISTEN)/ (metrics at http://$(LISTEN)/metrics, stop with Ctrl-C)"
	@exec $$(swift build -c $(CONFIGURATION) --show-bin-path)/brokerwatch run --web.listen-address $(LISTEN) $(ARGS)

test: ## Build and run every test; those whose peer program is missing say so and are skipped. FILTER=Suite for a part
	@Scripts/setup test
	$(SWIFT_TEST) $(if $(FILTER),--filter '$(FILTER)')

lint: ## Run the gates: layout, sizes, imports, forbidden words, tests, links, generated pages
	@Scripts/setup build lint
	$(STRICT_BUILD) --build-tests
	@Scripts/lint "$$($(STRICT_BUILD) --show-bin-path)/brokerwatch"

format: ## Lay out every Swift file as the gates want it
	@git ls-files -z --cached --others --exclude-standard -- '*.swift' | xargs -0 swift format --in-place --parallel

docs: ## Write docs/metrics.md and docs/configuration.md from what the executable says of itself
	@Scripts/setup build lint
	swift build --product brokerwatch
	@python3 Scripts/lint.py --write-docs "$$(swift build --show-bin-path)/brokerwatch"

release: ## Build the small release binary with Swift's library inside, and print its size
	@Scripts/setup build
	$(STATIC_BUILD) --product brokerwatch
	@stat -c %s $(RELEASE_BINARY) | awk '{ \
	  printf "$(RELEASE_BINARY): %.1f MB, limit $(BINARY_LIMIT_MB) MB\n", $$1 / 1e6; \
	  exit $$1 > $(BINARY_LIMIT_MB) * 1e6 }'

bench: ## Measure everything that has a limit, beside its peers; SHORT=1 for a quick look
	@Scripts/setup bench $(if $(and $(SHORT),$(BROKERWATCH_KAFKA)),bench-kafka)
	@Scripts/bench $(if $(SHORT),--short)

bench-kafka: ## Measure what watching Kafka costs, beside klag-exporter, on BROKERWATCH_KAFKA; about half an hour
	@Scripts/setup bench bench-kafka
	@Scripts/bench-kafka $(if $(SHORT),--short)

bench-host: ## Measure what watching a host costs, beside process-exporter and node-exporter; as root
	@Scripts/setup bench beds bench-host
	@Scripts/bench-host $(if $(SHORT),--short)

bench-containers: release ## Measure what watching 200 containers costs us and dockerd, beside docker stats; as root
	@Scripts/setup beds
	@python3 Benchmarks/containers.py --binary $(RELEASE_BINARY) $(if $(SHORT),--short)

fuzz: ## Fuzz every target for FUZZ_SECONDS (60) each; REPLAY=1 only feeds the kept inputs once more
	@Scripts/setup fuzz
	@Scripts/fuzz $(if $(REPLAY),--replay,--seconds $(FUZZ_SECONDS))

faults: release ## Mistreat the release build with hostile clients and signals, and look how honest ones fare
	@python3 Scripts/faults $(RELEASE_BINARY)

sanitize: ## Run the unit tests under ThreadSanitizer, then under AddressSanitizer
	@Scripts/setup test
	TSAN_OPTIONS=suppressions=$(CURDIR)/Scripts/tsan.supp $(SWIFT_TEST) --scratch-path .build/tsan --sanitize=thread --traits ThreadSanitizer $(UNIT_TESTS)
	$(SWIFT_TEST) --scratch-path .build/asan --sanitize=address $(UNIT_TESTS)

kafka-proofs: ## Break real Kafka clusters and compare with Kafka's own tools, for ten minutes; needs BROKERWATCH_KAFKA
	@Scripts/setup test
	BROKERWATCH_LONG=1 $(SWIFT_TEST) --filter '^IntegrationTests\.(KafkaProofs|ZooKeeperTests)'

firstrun: ## Follow the README in a bare Debian root, as root: make run, then make test
	@Scripts/firstrun

clean: ## Remove everything that was built
	@rm -rf .build Benchmarks/.build Fuzz/.build
