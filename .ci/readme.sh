# What the README tells its reader to type is what is run here: so it cannot go stale. To be sourced.

# block_below HEADING: the commands in the one `sh` block of README.md's section.
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
