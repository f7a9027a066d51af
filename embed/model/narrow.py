#!/usr/bin/env python3
"""Make narrow.bin: the directions along which embed.Encoder.Narrow keeps a vector.

Vectors of texts fill their 512 dimensions unevenly: 128 directions hold nearly all that tells texts apart. They are the
principal components (not centred, since what they must keep is scalar products) of passages and of questions, which
count the same, ordered by what they hold. The texts are those of question sets in BEIR form that may be learned from;
the file as it is was made of cmrc (CMRC 2018), drcd (DRCD) and xquad-zh (XQuAD): 1 989 passages, 7 561 questions.

Run     go build -o youju . && python3 embed/model/narrow.py ./youju cmrc drcd xquad-zh
Pins    pip install numpy==2.4.6

narrow.bin: int8 [128][512]. A row is a direction times whatever makes its largest number 127; who reads it gives it unit
length again. How well the narrow vectors find what the whole ones find: docs/design.md, The index.
"""
import hashlib
import json
import pathlib
import subprocess
import sys

import numpy as np

DIRECTIONS = 128
HERE = pathlib.Path(__file__).resolve().parent


def vectors(youju, path, kind):
    texts = [json.loads(line)["text"] for line in path.open(encoding="utf-8")]
    asked = "\n".join(json.dumps({"text": t, "kind": kind}, ensure_ascii=False) for t in texts)
    told = subprocess.run([youju, "embed"], input=asked, capture_output=True, text=True, check=True).stdout
    return np.array([json.loads(line)["vector"] for line in told.splitlines()])


def components(*groups):
    """The directions in which groups of vectors, which count the same, have the most, as rows."""
    _, directions = np.linalg.eigh(sum(v.T @ v / len(v) for v in groups))
    return directions.T[::-1]


def main(youju, *sets):
    groups = [np.concatenate([vectors(youju, pathlib.Path(s) / f"{file}.jsonl", kind) for s in sets])
              for file, kind in (("corpus", "passage"), ("queries", "query"))]
    rows = components(*groups)[:DIRECTIONS]
    rows *= np.sign(rows[np.arange(len(rows)), np.abs(rows).argmax(1)])[:, None]  # a direction has no sign of its own
    data = np.rint(rows * 127 / np.abs(rows).max(1, keepdims=True)).astype(np.int8).tobytes()
    (HERE / "narrow.bin").write_bytes(data)
    print(f"narrow.bin  {hashlib.sha256(data).hexdigest()}  {[len(g) for g in groups]} texts")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
