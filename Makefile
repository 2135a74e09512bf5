# Every target calls one tool under tools/; nothing is decided here.

## demo         makes and shows the demo: installs what is missing, builds, fills an archive, prints its board,
##              serves its pages until Ctrl+C. SERVE=0 ends after the board; PORT=8080 serves there and on 8081
## check        installs what the tests need and runs every gate; FUZZ_SECONDS=10 is for each fuzz target
## check-quick  the gates that take seconds: build, unit, property and CLI tests, layers, names, sizes, text, format
## bench        builds for speed and compares what is measured with what is wanted
## fuzz         runs every fuzz target for FUZZ_SECONDS=10; FUZZ=NAME runs one
## install      builds for speed and installs under PREFIX=/usr/local, in DESTDIR when it is set; uninstall takes it away
## deb          makes guvoh_VERSION_ARCH.deb in build-deb
## clean        removes what was built here; the demo archive lies elsewhere and stays
## help         says this

SERVE ?= 1
PORT ?=
PREFIX ?= /usr/local
DESTDIR ?=
FUZZ ?=
FUZZ_SECONDS ?= 10
export SERVE PORT PREFIX DESTDIR FUZZ_SECONDS
MAKEFLAGS += --no-print-directory
.PHONY: help demo check check-quick bench fuzz install uninstall deb clean

help:
	@sed -n 's/^## \( \{13\}\)/     \1/p; s/^## /make /p' Makefile

demo:
	@tools/setup build
	@tools/build build
	@tools/demo

check:
	@tools/setup build check
	@tools/check $(if $(QUICK),quick,full)

check-quick:
	@tools/setup build check
	@tools/check quick

bench:
	@tools/setup build
	@tools/bench

fuzz:
	@tools/setup build check
	@tools/build build-clang
	@tools/fuzz build-clang $(FUZZ)

install:
	@tools/setup build
	@tools/build build-install
	@meson install -C build-install --no-rebuild --quiet

uninstall:
	@ninja --quiet -C build-install uninstall

deb:
	@tools/setup build deb
	@tools/deb build-deb

clean:
	rm -rf build build-gcc build-clang build-bench build-install build-deb build-fuzz build-lint build-web
