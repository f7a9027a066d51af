#!/usr/bin/env python3
"""Measure a checkpoint or a reader.bin on questions it was not trained on, a JSON line for each set.

    python3 evaluate.py JAR SETS CHECKPOINT [--questions 150] [--set NAME ...]

Of cmrc, drcd and xquad-zh only passages that are kept apart are asked about; near misses are of the whole set.
"""
import argparse
import json

from data import Set, read_tokenizer
from measure import measure
from model import load
from split import TRAINED_ON

ALL = (*TRAINED_ON, "crud-news", "secnews", "rgb-zh")


def questions(s, count):
    """Questions with one answer that stand alone, spread over the set."""
    found = [q for q in s.questions if q.gold and q.answers and q.meta.get("standalone", True)]
    found = [q for q in found if q.meta.get("kind") == "single" and (s.name not in TRAINED_ON or q.gold[0] in s.apart)]
    return found[:: max(1, len(found) // count)][:count]


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("jar")
    args.add_argument("sets")
    args.add_argument("checkpoint")
    args.add_argument("--questions", type=int, default=150)
    args.add_argument("--set", action="append", choices=ALL)
    args = args.parse_args()
    tokenizer = read_tokenizer(args.jar)
    model, step = load(args.jar, args.checkpoint)
    print(f"{args.checkpoint}, step {step}")
    for name in args.set or ALL:
        s = Set(args.sets, name, tokenizer)
        print(json.dumps(measure(model, s, questions(s, args.questions))), flush=True)


if __name__ == "__main__":
    main()
