#!/usr/bin/env python3
"""Pick the questions that the weights of answer/ are fitted on, and make more that have no answer.

    python3 eval/fit/questions.py SETS OUT [--most 200]

SETS holds folders in BEIR form. Of those that the reader was trained on, only questions count that were kept apart of its
training (embed/reader/split.py). Of each set all that have no answer are taken, and of the others the --most with the
smallest hashes. For each set two folders in BEIR form are written:

    OUT/NAME           the whole corpus with the questions that were taken
    OUT/NAME-removed   the corpus without the passages of half of the answerable ones (by a hash of the passage), which
                       are its questions and have no answer there, as the sets' own unanswerable ones came about
"""
import argparse
import json
import pathlib
import sys
from collections import defaultdict

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE / "../../embed/reader"))
from split import TRAINED_ON, drawn, kept_apart, question_apart  # noqa: E402

REMOVED = 50  # percent


def lines(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]


def read_gold(path):
    gold = defaultdict(list)
    for row in path.read_text("utf-8").splitlines()[1:]:
        query, passage, grade = row.split("\t")
        if int(grade) > 0:
            gold[query].append(passage)
    return gold


def answerable(q):
    return q["metadata"].get("answerable") is not False


def order(name, q):
    return [drawn(name, q["_id"] + str(i)) for i in range(4)]


def taken(name, corpus, queries, gold, most):
    if name in TRAINED_ON:
        apart = {p["_id"] for p in corpus if kept_apart(name, p)}
        queries = [q for q in queries if (gold[q["_id"]][0] in apart if gold[q["_id"]] else question_apart(name, q["_id"]))]
    some = {q["_id"] for q in sorted(filter(answerable, queries), key=lambda q: order(name, q))[:most]}
    return [q for q in queries if q["_id"] in some or not answerable(q)]


def write(folder, corpus, queries, gold):
    (folder / "qrels").mkdir(parents=True, exist_ok=True)
    dump = lambda rows: "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (folder / "corpus.jsonl").write_text(dump(corpus), "utf-8")
    (folder / "queries.jsonl").write_text(dump(queries), "utf-8")
    rows = [f"{q['_id']}\t{p}\t1\n" for q in queries for p in gold[q["_id"]]]
    (folder / "qrels/test.tsv").write_text("query-id\tcorpus-id\tscore\n" + "".join(rows), "utf-8")


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("sets", type=pathlib.Path)
    args.add_argument("out", type=pathlib.Path)
    args.add_argument("--most", type=int, default=200)
    args = args.parse_args()
    for folder in sorted(p.parent for p in args.sets.glob("*/queries.jsonl")):
        name, corpus = folder.name, lines(folder / "corpus.jsonl")
        gold = read_gold(folder / "qrels/test.tsv")
        queries = taken(name, corpus, lines(folder / "queries.jsonl"), gold, args.most)
        write(args.out / name, corpus, queries, gold)
        lost = [q for q in queries if answerable(q) and gold[q["_id"]] and drawn(f"{name} removed", gold[q["_id"]][0]) < REMOVED]
        gone = {p for q in lost for p in gold[q["_id"]]}
        bare = [{**q, "metadata": {**q["metadata"], "answerable": False, "kind": "removed-passage"}} for q in lost]
        write(args.out / f"{name}-removed", [p for p in corpus if p["_id"] not in gone], bare, defaultdict(list))
        print(f"{name}: {len(queries)} questions, {sum(map(answerable, queries))} with an answer; {len(lost)} once more without their passages")


if __name__ == "__main__":
    main()
