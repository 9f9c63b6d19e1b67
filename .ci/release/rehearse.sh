# Rehearses a release: applications and the command line that are built and unpacked from the published artifacts alone,
# and run on a real server. To be sourced, after servers.sh, which defines WORK, LOGS and fail.

readonly STAGING=$WORK/staging SAMPLES=$WORK/samples
SAMPLE_SERVER=

# The option with which `mvn deploy` publishes to a folder.
staging_option() {
  printf '%s\n' "-DaltDeploymentRepository=staging::file://$STAGING"
}

rehearse_release() {
  local version
  version=$(basename "$(find "$STAGING/dev/migrate/migrate-bom" -mindepth 1 -maxdepth 1 -type d)")
  rm -rf "$SAMPLES"
  cp -r .ci/release/samples "$SAMPLES"
  SAMPLE_SERVER=$(first_server)
  maven_on_samples "$version" samples -f "$SAMPLES/pom.xml" package ||
    { show_end_of "$LOGS/samples.log"; fail "an application could not be built with the published artifacts"; }
  expect_migrated plain -jar "$SAMPLES/plain/target/plain.jar" "$(sample_url plain)"
  expect_migrated modular -p "$SAMPLES/plain/target/plain.jar:$SAMPLES/plain/target/lib" \
    -m com.example.plain/com.example.plain.Main "$(sample_url modular)"
  expect_migrated spring-boot -jar "$SAMPLES/spring-boot/target/spring-boot.jar" \
    --spring.datasource.url="$(sample_url boot)"
  expect_plugin "$version"
  expect_distribution "$version"
}

# maven_on_samples VERSION LOG OPTION...: runs Maven with a local repository of its own, since an older build may have
# installed the same version in the usual one.
maven_on_samples() {
  logged "$2" env STAGING="$STAGING" CACHE="${HOME}/.m2/repository" SAMPLE_URL="$(sample_url maven)" \
    mvn -B -ntp -gs .ci/release/settings.xml -Dmaven.repo.local="$SAMPLES/repository" -Dmigrate.version="$1" "${@:3}"
}

first_server() {
  # shellcheck source=/dev/null # written by start_servers
  (. "$WORK/environment" && printf '%s' "${MIGRATE_TEST_SERVERS%% *}")
}

# sample_url NAME: the URL of a database that does not exist yet.
sample_url() {
  printf '%s' "${SAMPLE_SERVER%%\?*}migrate_sample_$1?createDatabaseIfNotExist=true&${SAMPLE_SERVER#*\?}"
}

# expect_migrated NAME OPTION...: runs an application, which must print that its last revision, an SQL file in the jar, was
# applied.
expect_migrated() {
  local log=$LOGS/sample-$1.log
  "$JAVA_HOME/bin/java" "${@:2}" >"$log" 2>&1 && grep -qx 'Applied 002' "$log" ||
    { show_end_of "$log"; fail "the application $1 did not migrate its database"; }
  echo "$1: $(grep -x 'Applied 002' "$log")"
}

# expect_plugin VERSION: the Maven plugin migrates a database.
expect_plugin() {
  local log=$LOGS/sample-maven-plugin.log
  maven_on_samples "$1" sample-maven-plugin -f "$SAMPLES/maven-plugin/pom.xml" migrate:upgrade &&
    grep -q 'Upgraded <base> -> 001' "$log" ||
    { show_end_of "$log"; fail "the Maven plugin did not migrate its database"; }
  echo "maven-plugin: $(grep 'Upgraded <base> -> 001' "$log")"
}

# expect_distribution VERSION: both archives contain the same files, and the command runs through a link.
expect_distribution() {
  local folder=$SAMPLES/distribution log=$LOGS/sample-distribution.log package=com/example/plain/migrations archives
  archives=("$REBUILT"/migrate-cli/target/migrate-cli-"$1"-bin.{tar.gz,zip})
  mkdir -p "$folder"/{tar,zip,links}
  (cd "${archives[0]%/*}" && sha256sum --check --quiet ./*-bin.*.sha256)
  tar -xzf "${archives[0]}" -C "$folder/tar"
  (cd "$folder/zip" && "$JAVA_HOME/bin/jar" --extract --file "${archives[1]}")
  diff -r "$folder/tar" "$folder/zip" || fail "the archives of the distribution differ"
  grep -q '^\.SS "migrate upgrade"$' "$folder/tar/migrate-$1/share/man/man1/migrate.1" ||
    fail "the distribution has no manual page"
  ln -s "../tar/migrate-$1/bin/migrate" "$folder/links/migrate"
  XDG_CACHE_HOME=$folder/caches "$folder/links/migrate" current --url "$(sample_url plain)" \
    --migrations "$SAMPLES/plain/src/main/java/$package" --migrations "$SAMPLES/plain/src/main/resources/$package" \
    >"$log" 2>&1 && grep -q 002 "$log" ||
    { show_end_of "$log"; fail "the command of the distribution failed"; }
  echo "distribution: $(grep -m 1 002 "$log")"
}
