# Builds, runs and tests Kyodo. `make help` lists the targets; the longer steps are scripts in .make/.

VERSION := 0.1.0
BUILD ?= build
PORT ?= 8080
HOST ?= 127.0.0.1
DATA ?= var
WORKERS ?=
TIME ?= 60
PREFIX ?= /usr
export BUILD PORT HOST DATA WORKERS TIME

CC = gcc
CXX = g++
WARNINGS := -Wall -Wextra -Werror -Wshadow -Wformat=2 -Wno-format-nonliteral -Wno-format-truncation -Wno-missing-field-initializers
HARDENING ?= -D_FORTIFY_SOURCE=2 -fstack-protector-strong
OPTIMISE ?= -O2
CPPFLAGS += -Isrc -DKYODO_VERSION='"$(VERSION)"'
CFLAGS += -std=gnu17 -D_GNU_SOURCE= -g $(OPTIMISE) $(WARNINGS) -Wstrict-prototypes -Wmissing-prototypes $(HARDENING) -fPIE $(EXTRA)
CXXFLAGS += -std=gnu++17 -g $(OPTIMISE) $(WARNINGS) $(HARDENING) -fPIE $(EXTRA)
LDFLAGS += -pie -Wl,-z,relro,-z,now -Wl,--as-needed $(EXTRA)
LDLIBS += -lfcgi -lctemplate -lcjson -lsodium -lutf8proc -lcmark -lcurl -lical -lcsv -lsqlite3 -larchive -lseccomp -lm

SOURCES := $(shell find src -name '*.c' -o -name '*.cc')
TESTS := $(shell find tests -name '*.c' -not -path 'tests/fuzz/*' -not -path 'tests/bench/*' -not -path '*/node_modules/*')
FUZZERS := $(shell find tests/fuzz -name '*_fuzz.c')
STATIC := $(shell find static -type f)

OBJECTS := $(patsubst %,$(BUILD)/obj/%.o,$(basename $(SOURCES)))
PARTS := $(filter-out $(BUILD)/obj/src/main.o,$(OBJECTS))
TEST_OBJECTS := $(TESTS:%.c=$(BUILD)/obj/%.o)
TEST_PROGRAM := $(BUILD)/tests/kyodo-tests
FUZZ_PROGRAMS := $(FUZZERS:tests/fuzz/%.c=$(BUILD)/fuzz/%)

.PHONY: all unit-tests fuzzers run test check sanitize fuzz bench coverage browser-audit audit install clean help deps
.DELETE_ON_ERROR:

all: $(BUILD)/kyodo build/static/manifest

$(BUILD)/kyodo: $(OBJECTS)
	@mkdir -p $(@D)
	$(CXX) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(BUILD)/obj/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/obj/%.o: %.cc
	@mkdir -p $(@D)
	$(CXX) $(CPPFLAGS) $(CXXFLAGS) -MMD -MP -c -o $@ $<

$(TEST_OBJECTS): CPPFLAGS += -Itests

unit-tests: $(TEST_PROGRAM)

$(TEST_PROGRAM): $(PARTS) $(TEST_OBJECTS)
	@mkdir -p $(@D)
	$(CXX) $(LDFLAGS) -o $@ $^ $(LDLIBS) -lcmocka

fuzzers: $(FUZZ_PROGRAMS)

$(BUILD)/fuzz/%: $(PARTS) $(BUILD)/obj/tests/fuzz/%.o
	@mkdir -p $(@D)
	$(CXX) $(LDFLAGS) -fsanitize=fuzzer -o $@ $^ $(LDLIBS)

build/static/manifest: .make/static.sh $(STATIC)
	@.make/static.sh

deps: ## installs what is missing to build, run and test
	@.make/deps.sh build run test

run: ## starts the portal (PORT, HOST, DATA, WORKERS); Ctrl-C stops it
	@.make/run.sh

test: ## everything: check, smoke tests, the main job in a browser
	@.make/test.sh

check: ## builds, then house rules and unit tests
	@.make/check.sh

sanitize: ## unit tests with address and undefined-behaviour sanitizers
	@.make/sanitize.sh

fuzz: ## fuzzes the parsers for TIME seconds
	@.make/fuzz.sh

bench: ## measures
	@.make/part.sh tests/bench/run

coverage: ## unit tests with line coverage, report in build/coverage
	@.make/coverage.sh

browser-audit: ## accessibility and HTML audits in a browser
	@.make/deps.sh build run test
	@.make/part.sh tests/browser/audit

audit: ## the slow checks: sanitizers, fuzzing, coverage, browser audit, benchmarks
	@.make/audit.sh

install: all ## installs below DESTDIR
	install -D -m 755 $(BUILD)/kyodo $(DESTDIR)$(PREFIX)/bin/kyodo
	@.make/install.sh "$(DESTDIR)$(PREFIX)/share/kyodo"

clean: ## removes what was built (never data)
	rm -rf build

help: ## lists the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 16

-include $(shell find $(BUILD)/obj -name '*.d' 2>/dev/null)
