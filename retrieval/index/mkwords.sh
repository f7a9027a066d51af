#!/bin/sh
# Makes words.txt.gz: the words of gse's simplified dictionary that are frequent
# enough to matter, each with its frequency and its part of speech. Run it again after a
# new version of gse.
# gse's own embedding would link 33 MB and take most of a second to load.
set -eu
cd "$(dirname "$0")"
gse=$(go list -m -f '{{.Dir}}' github.com/go-ego/gse)
awk '$2 >= 30 && length($1) <= 24 { print $1, $2, $3 }' "$gse/data/dict/zh/s_1.txt" |
	LC_ALL=C grep -v '^[ -~]* ' | LC_ALL=C sort | gzip -9n > words.txt.gz
