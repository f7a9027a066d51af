#!/bin/sh
# Makes words.txt.gz: the words of gse's simplified dictionary that are frequent
# enough to matter, each with its frequency and its part of speech. Run it again after a
# new version of gse.
# places.txt lists cities and countries that gse holds to be people or common words; they are tagged as
# places here. Those that are common words too (日照, 白银) are left as they are.
# noplaces.txt lists common words that gse holds to be places (长度, 冰河, 上市), with the part
# of speech that they are of: an article need not say them to be about what a question asks.
# Zopfli (python3, pip install zopfli==0.4.3) zips 8 % smaller than gzip -9.
# gse's own embedding would link 33 MB and take most of a second to load.
set -eu
cd "$(dirname "$0")"
gse=$(go list -m -f '{{.Dir}}' github.com/go-ego/gse)
awk 'FILENAME == "places.txt" { speech[$1] = "ns"; next } FILENAME == "noplaces.txt" { speech[$1] = $2; next }
	$2 >= 30 && length($1) <= 24 { print $1, $2, ($1 in speech) ? speech[$1] : $3 }' \
	places.txt noplaces.txt "$gse/data/dict/zh/s_1.txt" |
	LC_ALL=C grep -v '^[ -~]* ' | LC_ALL=C sort |
	python3 -c 'import sys, zopfli.gzip as z; sys.stdout.buffer.write(z.compress(sys.stdin.buffer.read(), numiterations=15))' > words.txt.gz
