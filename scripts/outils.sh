#!/usr/bin/env bash
# Installs, once and in fixed versions, whatever is missing to build or to test.
#
#   scripts/outils.sh pkg    what builds the wasm: Rust, wasm-pack, wasm-bindgen, npm packages
#   scripts/outils.sh check  the same, cargo-deny, and the crates that it reads
#   scripts/outils.sh test   the same, three browsers with their drivers, pdftotext, three web servers, Hugo, and two
#                            WordPress
#
# Compiled tools are kept in ~/.cache/pass-numerique, for the next clone. Links to everything land
# in target/outils, which the Makefile puts first on PATH: target/outils/chromium is the browser
# of the tests, whatever the distribution calls it.
# To use another browser or driver: CHROMIUM=, CHROMEDRIVER=, FIREFOX=, GECKODRIVER=,
# WEBKITWEBDRIVER=, XVFB= (paths).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

WASM_PACK=0.15.0
CARGO_DENY=0.20.2
GECKODRIVER_VERSION=0.37.1
NODE_MIN=20.19

cache="${XDG_CACHE_HOME:-$HOME/.cache}/pass-numerique"
links="$PWD/target/outils"

say() { echo "tools: $*"; }

die() {
  echo "tools: $1" >&2
  shift
  for line in "$@"; do echo "       $line" >&2; done
  exit 1
}

# The tool itself, not a link that an earlier run of this script made.
find_command() {
  local found name
  for name in "$@"; do
    while read -r found; do
      [[ $found == "$links"/* ]] || { echo "$found"; return 0; }
    done < <(type -ap "$name")
  done
  return 1
}

link() { # name, path
  [[ $(readlink "$links/$1" 2>/dev/null) == "$2" ]] || ln -sfn "$2" "$links/$1"
}

# --- Debian packages -----------------------------------------------------------------------------

apt_updated=
as_root() {
  if [[ $(id -u) == 0 ]]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    die "installing needs root: run this as root, or install sudo" "what was to run: $*"
  fi
}

apt_lists() { # what for
  command -v apt-get >/dev/null ||
    die "$1 is missing and there is no apt-get here" "install it by hand and put it on PATH"
  [[ -n $apt_updated ]] && return
  say "apt-get update"
  as_root apt-get update -qq || die "apt-get update failed, so $1 can't be installed"
  apt_updated=1
}

apt() { # what for, then one package or several names of it, the first one known wins
  local what=$1 package
  shift
  apt_lists "$what"
  for package in "$@"; do
    if apt-cache show "$package" >/dev/null 2>&1; then
      say "apt-get install $package (for $what)"
      as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends \
        -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$package" >/dev/null ||
        die "apt-get could not install $package, needed for $what"
      return
    fi
  done
  die "$what is missing and apt-get knows none of: $*" "install it by hand and put it on PATH"
}

# --- Building ------------------------------------------------------------------------------------

rust() {
  command -v rustup >/dev/null ||
    die "rustup is missing: it installs the Rust compiler that rust-toolchain.toml names" \
      "see https://rustup.rs, then open a new terminal and run this again"
  command -v cc >/dev/null || apt "a C linker, which Rust needs" build-essential

  local channel
  channel=$(sed -n 's/^channel = "\(.*\)"/\1/p' rust-toolchain.toml)
  # Explicit, because rustup may have been told not to install by itself.
  if ! rustup run "$channel" rustc --version >/dev/null 2>&1; then
    say "Rust $channel"
    rustup toolchain install "$channel" --profile minimal ||
      die "rustup could not install Rust $channel"
  fi
  local component installed
  installed=$(rustup component list --installed --toolchain "$channel")
  for component in clippy rustfmt; do
    grep -q "^$component" <<<"$installed" || {
      say "$component for Rust $channel"
      rustup component add "$component" --toolchain "$channel" ||
        die "rustup could not install $component"
    }
  done
  grep -q '^rust-std-wasm32-unknown-unknown' <<<"$installed" || {
    say "the wasm32-unknown-unknown target for Rust $channel"
    rustup target add wasm32-unknown-unknown --toolchain "$channel" ||
      die "rustup could not install the target wasm32-unknown-unknown"
  }
}

node_packages() {
  local version lock
  command -v npm >/dev/null ||
    die "Node is missing: install Node 20 or later with npm" "see https://nodejs.org"
  version=$(node --version)
  [[ $(printf '%s\n' "$NODE_MIN" "${version#v}" | sort -V | head -1) == "$NODE_MIN" ]] ||
    die "Node ${version#v} is too old: install $NODE_MIN or later"

  # The stamp goes away with node_modules, which npm ci deletes first: half an install is redone.
  lock=$(sha256sum package-lock.json)
  [[ $(cat node_modules/.empreinte 2>/dev/null) == "$lock" ]] && return
  say "npm ci (npm packages, 230 MB)"
  npm ci --loglevel=error || die "npm ci failed: is the npm registry reachable?"
  echo "$lock" >node_modules/.empreinte
}

# Those that mostly wait for others are built with --debug: half the time, and nobody sees the difference.
cargo_tool() { # crate, version, how long, options of cargo install; its executables are linked
  local crate=$1 version=$2 duration=$3 root="$cache/$1-$2" file
  shift 3
  if [[ ! -f $root/.crates.toml ]]; then
    say "cargo install $crate $version ($duration on two cores, once)"
    # Elsewhere than in the project's target folder, which would keep hundreds of MB for nothing.
    env -u CARGO_TARGET_DIR cargo install --quiet "$crate" --version "$version" --root "$root" "$@" ||
      die "cargo install $crate $version failed: see the message above"
  fi
  for file in "$root"/bin/*; do link "${file##*/}" "$file"; done
}

wasm_pack() {
  local found
  if found=$(find_command wasm-pack) && [[ $("$found" --version) == "wasm-pack $WASM_PACK" ]]; then
    link wasm-pack "$found"
  else
    cargo_tool wasm-pack "$WASM_PACK" "1 minute" --locked --debug
  fi
}

wasm_bindgen() {
  # The same version to the digit as the library, or the two don't understand each other.
  local version
  version=$(grep -A1 '^name = "wasm-bindgen"$' Cargo.lock | sed -n 's/^version = "\(.*\)"/\1/p')
  [[ -n $version ]] || die "Cargo.lock names no wasm-bindgen"
  # No --locked: this tool's own lock file names a crate too recent for some registries.
  cargo_tool wasm-bindgen-cli "$version" "5 minutes"
}

# --- Checking ------------------------------------------------------------------------------------

cargo_deny() { cargo_tool cargo-deny "$CARGO_DENY" "2 minutes" --locked --debug; }

# cargo-deny reads the licence of each, and asks no network.
crates() {
  cargo fetch --quiet --locked --offline 2>/dev/null && return
  say "cargo fetch (the crates that Cargo.lock names)"
  cargo fetch --quiet --locked || die "cargo fetch failed: is the registry of crates reachable?"
}

# --- Testing -------------------------------------------------------------------------------------

major() { # the first number of what a program says of its version
  local said
  said=$("$1" --version 2>/dev/null) && [[ $said =~ [0-9]+ ]] && echo "${BASH_REMATCH[0]}"
}

chrome() {
  local browser driver
  if ! browser=${CHROMIUM:-$(find_command chromium chromium-browser google-chrome)}; then
    apt "Chromium, a browser of the tests" chromium chromium-browser
    browser=$(find_command chromium chromium-browser) || die "Chromium was installed but is not on PATH"
  fi
  if ! driver=${CHROMEDRIVER:-$(find_command chromedriver chromium.chromedriver)}; then
    apt "chromedriver, which drives Chromium" chromium-driver chromium-chromedriver
    driver=$(find_command chromedriver chromium.chromedriver) ||
      die "chromedriver was installed but is not on PATH"
  fi
  link chromium "$browser"
  link chromedriver "$driver"

  local browser_major driver_major
  browser_major=$(major "$browser") || die "$browser does not start"
  driver_major=$(major "$driver") || die "$driver does not start"
  [[ $browser_major == "$driver_major" ]] ||
    die "$browser is version $browser_major but $driver is version $driver_major" \
      "install the two from the same place, or name them: CHROMIUM=… CHROMEDRIVER=…"
}

firefox() {
  local browser
  if ! browser=${FIREFOX:-$(find_command firefox-esr firefox)}; then
    apt "Firefox, a browser of the tests" firefox-esr firefox
    browser=$(find_command firefox-esr firefox) || die "Firefox was installed but is not on PATH"
  fi
  link firefox "$browser"
  major "$browser" >/dev/null || die "$browser does not start"

  local driver
  if driver=${GECKODRIVER:-$(find_command geckodriver)} &&
    [[ -n ${GECKODRIVER:-} || $("$driver" --version) == "geckodriver $GECKODRIVER_VERSION"* ]]; then
    link geckodriver "$driver"
  else
    cargo_tool geckodriver "$GECKODRIVER_VERSION" "1 minute" --locked --debug
  fi
}

# The driver knows where the WebKitGTK of its own package is: nothing here names a folder of it.
webkit() {
  local driver
  if ! driver=${WEBKITWEBDRIVER:-$(find_command WebKitWebDriver)}; then
    apt "WebKitGTK, a browser of the tests" webkit2gtk-driver
    driver=$(find_command WebKitWebDriver) || die "WebKitWebDriver was installed but is not on PATH"
  fi
  link WebKitWebDriver "$driver"
  # It has no --version.
  "$driver" --help >/dev/null 2>&1 || die "$driver does not start"

  local screen
  if ! screen=${XVFB:-$(find_command Xvfb)}; then
    apt "Xvfb, a screen in memory for WebKitGTK, which always draws" xvfb
    screen=$(find_command Xvfb) || die "Xvfb was installed but is not on PATH"
  fi
  link Xvfb "$screen"
}

# The servers that the page for webmasters tells how to set; the tests start them, on a port of their own.
servers() {
  find_server apache2 >/dev/null || apt "Apache, a server of the tests" apache2-bin
  link apache2 "$(find_server apache2)"
  unpacked nginx usr/sbin/nginx
  unpacked caddy usr/bin/caddy
}

# They stand where only root's PATH leads.
find_server() { PATH="$PATH:/usr/sbin:/usr/local/sbin" find_command "$@"; }

# Installed, their packages would start a service on port 80: they are only unpacked.
unpacked() { # package, its executable
  local name=$1 file=$2 folder=$cache/$1 found
  if ! found=$(find_server "$name"); then
    found=$folder/$file
    if [[ ! -x $found ]]; then
      say "$name, unpacked (a server of the tests)"
      rm -rf "$folder" && mkdir -p "$folder"
      (cd "$folder" && apt_lists "$name" && apt-get -qq -o APT::Sandbox::User=root download "$name" && dpkg-deb -x ./*.deb . && rm ./*.deb) ||
        die "$name can't be had from Debian" "install it by hand and put it on PATH"
      [[ -x $found ]] || die "the package $name has no $file" "install it by hand and put it on PATH"
    fi
  fi
  link "$name" "$found"
}

hugo() {
  find_command hugo >/dev/null || apt "Hugo, which makes the static site of the tests" hugo
  link hugo "$(find_command hugo)"
}

pdf() {
  command -v pdftotext >/dev/null || apt "pdftotext, which reads the printed sheets" poppler-utils
}

source scripts/wordpress.sh

# --- All together --------------------------------------------------------------------------------

case ${1:-} in
  pkg) needs=(rust node_packages wasm_pack wasm_bindgen) ;;
  check) needs=(rust node_packages wasm_pack wasm_bindgen cargo_deny crates) ;;
  # The packages of the system first: they may ask for a password, the long part asks nothing.
  test) needs=(rust chrome webkit pdf servers hugo wordpress firefox node_packages wasm_pack wasm_bindgen cargo_deny crates) ;;
  *) die "say what for: scripts/outils.sh pkg, check or test" ;;
esac

mkdir -p "$cache" "$links"
exec 9>"$cache/lock"
flock --nonblock 9 || { say "another make is installing tools, waiting for it" && flock 9; }
for need in "${needs[@]}"; do "$need"; done
