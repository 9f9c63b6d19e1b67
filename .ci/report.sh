# Summaries of test runs. To be sourced.

# For each server that must be tested, a regular expression that matches its SELECT VERSION().
readonly EXPECTED_SERVERS=('5\.7\.22\b' '8\.0\.15\b' '8\.0\.33\b' '9\.7\.' '10\.11\..*-MariaDB' '11\.4\..*-MariaDB')

# report_tests LOG: prints Maven's result for each module, and the sum. Fails if no test ran.
report_tests() {
  local total='Tests run: [0-9]+, Failures: [0-9]+, Errors: [0-9]+, Skipped: [0-9]+$'
  grep -E "^\[[A-Z]+\] ($total|BUILD |.* (SUCCESS|FAILURE|SKIPPED)( \[|$))" "$1" || true
  grep -oE "$total" "$1" | tr -d ',' | awk '
    { run += $3; failures += $5; errors += $7; skipped += $9 }
    END {
      printf "Tests run: %d, Failures: %d, Errors: %d, Skipped: %d\n", run, failures, errors, skipped
      exit run == 0
    }'
}

# report_failures LOG FOLDER: prints the end of Maven's log and the reports of failed test classes in the folder.
report_failures() {
  local report
  show_end_of "$1"
  find "$2" -path '*/target/*-reports/*.txt' -exec grep -lE '<<< (FAILURE|ERROR)!' {} + | head -n 10 |
    while read -r report; do
      say "--- ${report#"$2"/}:"
      head -n 60 "$report" >&2
    done
}

# report_servers FILE...: prints how many tests ran on each server, from lines of "<version><TAB><tests>". Fails if an
# expected server was not tested.
report_servers() {
  local tested expected missing=()
  tested=$(awk -F '\t' '
    NF != 2 || $2 !~ /^[0-9]+$/ {
      printf "%s: not a version, a tab and a number: %s\n", FILENAME, $0 >"/dev/stderr"
      broken = 1
      exit
    }
    $2 > 0 { tests[$1] += $2 }
    END {
      for (version in tests)
        printf "%s %s: %d tests\n", version ~ /MariaDB/ ? "MariaDB" : "MySQL", version, tests[version]
      exit broken
    }' "$@" </dev/null | sort -V)
  echo "$tested"
  for expected in "${EXPECTED_SERVERS[@]}"; do
    grep -qE "^(MySQL|MariaDB) $expected" <<<"$tested" || missing+=("$expected")
  done
  ((${#missing[@]} == 0)) || fail "no test ran on the servers ${missing[*]}"
}

# report_crashes FILE: prints the results of the crash harness for each server. Fails if it did not run on an expected
# server.
report_crashes() {
  local file=$1 expected missing=()
  cat "$file"
  for expected in "${EXPECTED_SERVERS[@]}"; do
    # The second column is the version.
    grep -qE "^$expected" <<<"$(cut -f2 "$file")" || missing+=("$expected")
  done
  ((${#missing[@]} == 0)) || fail "the crash harness did not run on the servers ${missing[*]}"
}
