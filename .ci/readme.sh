# Reads commands from README.md, so that the README is tested and cannot become outdated. To be sourced.

# block_below HEADING: prints the commands in the only `sh` block of that section of README.md.
block_below() {
  awk -v heading="## $1" '
    inside { if (/^```[[:space:]]*$/) inside = 0; else if (wanted) print; next }
    /^```/ { inside = 1; wanted = section && /^```sh[[:space:]]*$/; blocks += wanted; next }
    /^##? / { section = $0 == heading }
    END {
      if (blocks == 1) exit 0
      printf "README.md must have one sh block below \"%s\", not %d\n", heading, blocks >"/dev/stderr"
      exit 1
    }' README.md
}
