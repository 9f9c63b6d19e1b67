# What a test run leaves behind, in few lines. To be sourced.

# One regular expression for each server that has to be tested, on what it says about SELECT VERSION().
readonly EXPECTED_SERVERS=('5\.7\.22\b' '8\.0\.15\b' '8\.0\.33\b' '9\.7\.' '10\.11\..*-MariaDB' '11\.4\..*-MariaDB')

# report_tests LOG: Maven's closing lines of each module, and their sum. Fails if no test was run.
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

# report_failures LOG FOLDER: why it failed, from Maven and from each failed test class below the folder.
report_failures() {
  local report
  show_end_of "$1"
  find "$2" -path '*/target/*-reports/*.txt' -exec grep -lE '<<< (FAILURE|ERROR)!' {} + | head -n 10 |
    while read -r report; do
      say "--- ${report#"$2"/}:"
      head -n 60 "$report" >&2
    done
}

# report_servers FILE...: how many tests ran on which server, from lines of "<version><TAB><tests>". Fails if one of the
# expected ones was not tested.
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

# report_crashes FILE: what the crash harness has done on which server. Fails if it did not run on one of the expected
# ones.
report_crashes() {
  local file=$1 expected missing=()
  cat "$file"
  for expected in "${EXPECTED_SERVERS[@]}"; do
    # The second column is the version.
    cut -f2 "$file" | grep -qE "^$expected" || missing+=("$expected")
  done
  ((${#missing[@]} == 0)) || fail "no crash was tried on the servers ${missing[*]}"
}
