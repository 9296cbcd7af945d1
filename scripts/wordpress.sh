# Sourced by outils.sh: PHP, MariaDB and two versions of WordPress, to try the plugin in.
#
# WordPress itself comes from no package of this system: an apt with a folder of its own, which needs no root, takes
# from Debian what it signs, and only unpacks it. One branch of each: the last correction of its faults is the one
# that sites run, and Debian keeps no other. What was unpacked is kept, and the next runs ask for nothing.

WORDPRESS_BRANCHES=(6.1 6.8)
WORDPRESS_SUITES=(bookworm trixie)
DEBIAN_KEYS=/usr/share/keyrings/debian-archive-keyring.gpg

php_and_mariadb() {
  # Modules of the PHP that was found, not of another one.
  if ! command -v php >/dev/null || ! php -m | grep -qi '^mysqli$'; then
    apt "PHP, which runs WordPress" php-cli
    apt "MySQL in PHP, which WordPress needs" php-mysql
  fi
  find_server mariadbd >/dev/null || apt "MariaDB, which keeps what WordPress knows" mariadb-server-core
  # mariadb-install-db asks it for its options.
  command -v my_print_defaults >/dev/null || apt "the tools of MariaDB" mariadb-client-core
  find_server mariadbd >/dev/null || die "MariaDB was installed but there is no mariadbd"
  link php "$(find_command php)"
  link mariadbd "$(find_server mariadbd)"
  link mariadb-install-db "$(find_command mariadb-install-db)"
}

debian_apt() { # apt-get or apt-cache, then its arguments
  local command=$1 folder=$cache/debian
  shift
  mkdir -p "$folder"/{lists/partial,archives/partial}
  : >"$folder/status"
  "$command" -o Dir::State::lists="$folder/lists" -o Dir::State::status="$folder/status" \
    -o Dir::Cache="$folder" -o Dir::Etc::sourcelist="$folder/sources.list" -o Dir::Etc::sourceparts=/dev/null \
    -o Dir::Etc::preferencesparts=/dev/null -o Acquire::Languages=none -o APT::Sandbox::User=root \
    -o Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false -o APT::Architecture=amd64 "$@"
}

debian_lists() {
  [[ -n ${debian_updated:-} ]] && return
  local suite
  [[ -f $DEBIAN_KEYS ]] || apt "the keys of Debian, which say that WordPress is theirs" debian-archive-keyring
  mkdir -p "$cache/debian"
  for suite in "${WORDPRESS_SUITES[@]}"; do
    echo "deb [signed-by=$DEBIAN_KEYS] http://deb.debian.org/debian $suite main"
    echo "deb [signed-by=$DEBIAN_KEYS] http://deb.debian.org/debian-security $suite-security main"
  done >"$cache/debian/sources.list"
  say "what Debian has of WordPress (20 MB, once)"
  # Else apt says that a list that it could not read is a warning.
  debian_apt apt-get -qq -o APT::Update::Error-Mode=any update ||
    die "the packages of Debian can't be read, so WordPress can't be had" "is http://deb.debian.org reachable?"
  debian_updated=1
}

wordpress() {
  local branch folder version package
  command -v apt-get >/dev/null ||
    die "WordPress is taken from Debian by apt-get, and there is none here" "run the tests on Debian or Ubuntu"
  php_and_mariadb
  for branch in "${WORDPRESS_BRANCHES[@]}"; do
    folder=$cache/wordpress-$branch
    if [[ ! -f $folder/version ]]; then
      debian_lists
      version=$(debian_apt apt-cache madison wordpress | awk -F' *[|] *' -v b="$branch." 'index($2, b) == 1 { print $2; exit }')
      [[ -n $version ]] || die "Debian has no WordPress $branch any more" "say another branch in scripts/wordpress.sh"
      say "WordPress $version, unpacked (25 MB, once)"
      rm -rf "$folder" && mkdir -p "$folder/packages"
      (cd "$folder/packages" && debian_apt apt-get -qq download "wordpress=$version" "wordpress-l10n=$version" \
        "wordpress-theme-twentytwentythree=$version" libjs-underscore libjs-lodash) ||
        die "WordPress $version could not be downloaded from Debian"
      for package in "$folder"/packages/*.deb; do dpkg-deb -x "$package" "$folder" || die "$package can't be unpacked"; done
      rm -rf "$folder/packages"
      # Last: half of it is done again.
      echo "$version" >"$folder/version"
    fi
    link "wordpress-$branch" "$folder"
  done
}
