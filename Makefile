# make serve, make check, make test, make dist, make bench: each installs what it lacks (scripts/outils.sh).

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
# cargo and the end-to-end tests already use every core.
.NOTPARALLEL:

OUTILS := $(CURDIR)/target/outils
export PATH := $(OUTILS):$(CURDIR)/node_modules/.bin:$(PATH)

ETAPE := @scripts/etape.sh
WASM := www/pkg/pass_numerique_bg.wasm
MOTEURS := $(foreach sorte,citizen complete,www/pkg-$(sorte)/pass_numerique_bg.wasm)
SITE := dist/pass-numerique/pass-numerique.js
SOURCES := $(shell find src -type f) $(wildcard build.rs) Cargo.toml Cargo.lock rust-toolchain.toml

# Seconds; a slow machine that draws a page in debug mode is not a failure.
export WASM_BINDGEN_TEST_TIMEOUT := 300

.PHONY: help serve pkg site check test dist audit bench fuzz images clean outils outils-check outils-test

help:
	@echo "make serve   build, then serve what is deployed on http://127.0.0.1:8080 (PORT=… for another port)"
	@echo "make check   all that needs no browser: formatting, lints, native tests, types; two minutes once built"
	@echo "make test    everything that must pass: make check, then three real browsers"
	@echo "make pkg     build the engine for programs into www/pkg, and those of pages into www/pkg-citizen and www/pkg-complete"
	@echo "make site    put what is deployed in dist/pass-numerique"
	@echo "make dist    the same, as an archive, the npm package and the WordPress plugin"
	@echo "make audit   what is known against the dependencies; it asks the network"
	@echo "make bench   measure the speed, beside other engines"
	@echo "make fuzz    random input at the three doors (FUZZ_SECONDS=60 each)"
	@echo "make images  take again the pictures of the README"
	@echo "make clean   delete what make builds (npm packages and cached tools stay)"

serve: site
	@exec node scripts/servir.mjs

pkg: outils $(WASM) $(MOTEURS)

# wasm-opt comes from node_modules: wasm-pack uses the one on PATH rather than download one.
$(WASM): $(SOURCES) scripts/rustflags.mjs
	$(ETAPE) "wasm package" env CARGO_ENCODED_RUSTFLAGS="$$(node scripts/rustflags.mjs)" wasm-pack build --target web --release --out-dir www/pkg -- --locked
	@touch $@

$(MOTEURS): www/pkg-%/pass_numerique_bg.wasm: $(SOURCES) $(addprefix scripts/,page-engine.mjs engine.mjs kinds.mjs rustflags.mjs wasm.mjs)
	$(ETAPE) "engine of a page, $*" node scripts/page-engine.mjs $*
	@touch $@

site: outils $(SITE)

ASSEMBLAGE := $(addprefix scripts/,assembler.mjs alone.mjs bom.mjs engine.mjs fallback.mjs kinds.mjs mo.mjs package.mjs wordpress.mjs zip.mjs)

$(SITE): $(WASM) $(MOTEURS) $(ASSEMBLAGE) Cargo.toml LICENSE LICENSE-DATA $(shell find www -type f -not -path 'www/pkg*')
	$(ETAPE) "what is deployed" node scripts/assembler.mjs

# The package comes last: it takes a minute to build, only to read its types.
check: outils-check
	$(ETAPE) "formatting" cargo fmt --check
	$(ETAPE) "licences and sources" cargo deny --offline --log-level error check bans licenses sources
	$(ETAPE) "names in scripts and tests" node scripts/names.mjs
	$(ETAPE) "postal codes" node scripts/codes-postaux.mjs --verifier
	$(ETAPE) "lints, native" cargo clippy --locked --all-targets --features interne -- -D warnings
	$(ETAPE) "lints, without options" cargo clippy --locked --no-default-features --lib -- -D warnings
	$(ETAPE) "tests, native" cargo test --locked
	$(ETAPE) "an act added as files" cargo test --locked --test acte_ajoute -- --ignored
	@$(MAKE) --silent $(WASM)
	$(if $(wildcard tests/types),$(ETAPE) "published types" tsc --project tests/types)

# The tools of the browsers first: they may ask for a password, and what follows asks nothing.
test: outils-test check
	$(ETAPE) "lints, wasm" cargo clippy --locked --target wasm32-unknown-unknown --lib --test web -- -D warnings
	$(ETAPE) "tests, Chromium" wasm-pack test --headless --chrome --chromedriver $(OUTILS)/chromedriver -- --locked --test web
	$(ETAPE) "tests, Firefox" wasm-pack test --headless --firefox --geckodriver $(OUTILS)/geckodriver -- --locked --test web
	@$(MAKE) --silent $(SITE)
	@echo "── tests, end to end"
	@node --test --test-concurrency=2 --test-reporter=spec tests/e2e/*.test.mjs

dist: site
	@rm -f dist/*.tgz
	@tar --sort=name --owner=0 --group=0 --numeric-owner --mtime=@0 --mode=u=rwX,go=rX -C dist -cf - pass-numerique | gzip -9n > dist/pass-numerique.tar.gz
	@cd dist && npm pack --silent ./npm >/dev/null
	@cd dist && sha256sum pass-numerique.tar.gz pass-numerique-*.tgz pass-numerique-wordpress.zip | tee sha256

# Not part of make test: it must pass without a network, and a flaw may be told of any day.
audit: outils-check
	cargo deny check advisories
	npm audit --audit-level=low

bench: outils-test site
	$(ETAPE) "engines to compare" npm ci --silent --prefix benches/javascript
	$(ETAPE) "beside other engines" node benches/javascript/bench.mjs
	$(ETAPE) "first verdict in a browser" node benches/javascript/first.mjs
	$(ETAPE) "benchmarks" cargo bench --locked --features interne
	$(ETAPE) "benchmarks of the page" node benches/page.mjs

# Not part of make test: chance must not decide whether a change passes. What it finds stays in
# fuzz/artifacts, and becomes a test. RUSTC_BOOTSTRAP lets the pinned compiler take the options that
# fuzzing needs, without a nightly one; no sanitizer, since the library has no unsafe code.
FUZZ_SECONDS ?= 60
CARGO_FUZZ_VERSION := 0.13.2
CARGO_FUZZ := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/pass-numerique/cargo-fuzz-$(CARGO_FUZZ_VERSION)
FUZZ := RUSTC_BOOTSTRAP=1 PATH="$(CARGO_FUZZ)/bin:$(PATH)" cargo fuzz
FUZZ_OPTIONS := -max_total_time=$(FUZZ_SECONDS) -max_len=8192 -timeout=10 -verbosity=0 -print_final_stats=1

fuzz:
	@test -x $(CARGO_FUZZ)/bin/cargo-fuzz || cargo install cargo-fuzz --version $(CARGO_FUZZ_VERSION) --locked --root $(CARGO_FUZZ)
	@node fuzz/graines.mjs
	@for cible in demande catalogue liste; do \
	  mkdir -p fuzz/corpus/$$cible; \
	  scripts/etape.sh "fuzzing, $$cible" env $(FUZZ) run --sanitizer none $$cible \
	    fuzz/corpus/$$cible fuzz/corpus/graines-$$cible -- $(FUZZ_OPTIONS); \
	done

images: outils-test site
	@node scripts/images.mjs

clean:
	rm -rf target www/pkg www/pkg-* dist tests/artefacts fuzz/target fuzz/corpus

outils:
	@scripts/outils.sh pkg

outils-check:
	@scripts/outils.sh check

outils-test:
	$(ETAPE) "tools" scripts/outils.sh test
