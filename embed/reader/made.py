"""Questions made by rule from a ledger of figures: what figures are of, asked the way news is asked about.

A ledger is what `youju figures --json --articles SETS/NAME/corpus.jsonl` prints, a file NAME.jsonl for each set. A question
is made of what the ledger says of a figure (2012年底中山市的常住总人口是多少？) or of its own clauses with the figure
taken out (中山市2012年底有多少人？). Only passages that are trained on are asked about.
"""
import json
import pathlib
import re

from data import Question, fold

MOST = 4000  # of a set: real questions must not drown
ASKED = {"count", "amount", "share", "change", "duration", "rank", "date"}
CLAUSE = re.compile(r"[，,。；;：:！!？?\n]")


def made_questions(s, folder, tokenizer, rng):
    """Questions over the passages of set s that are not kept apart, each with the figure's tokens as its span."""
    out = []
    lines = (pathlib.Path(folder) / f"{s.name}.jsonl").read_text("utf-8").splitlines()
    for i in rng.permutation(len(lines)):
        f = json.loads(lines[i])
        passage = s.passages.get(f["paragraph"])  # a piece of a split passage has another id
        if passage is None or passage.id in s.apart or f["kind"] not in ASKED or f["unit"] == "大" or passage.raw[f["start"] : f["end"]] != f["text"]:
            continue
        text = asked(f, passage.text, rng)
        if text is None:
            continue
        q = Question(f"{passage.id}@{f['start']}", text, [f["text"]], True, [passage.id], tokenizer)
        q.span = passage.token_span(f["start"], f["end"])
        q.others = [q.span]
        out.append(q)
        if len(out) == MOST:
            break
    s.find_near_misses(out)
    return out


def asked(f, text, rng):
    """The question for a figure, or None where too little is known of it."""
    entity, metric, period = (fold(f[k]) for k in ("entity", "metric", "period"))
    known = len(entity) > 1 and len(metric) > 1 and f["kind"] not in ("date", "rank", "duration")
    if known and rng.random() < 0.5:
        return from_ledger(f, entity, metric, period if rng.random() < 0.6 else "", rng)
    return from_clause(f, text, rng)


def word_for(f, rng):
    unit = fold(f["unit"])
    if f["kind"] == "date":
        return str(rng.choice(["什么时候", "何时"] if "月" in f["text"] else ["哪一年", "何时", "什么时候"]))
    if f["kind"] == "rank":
        return "第几"
    if f["kind"] in ("share", "change") and unit == "%":
        return str(rng.choice(["多少", "百分之多少"]))
    return str(rng.choice(["多少", "几"], p=[0.8, 0.2])) + unit


def from_ledger(f, entity, metric, period, rng):
    word = word_for(f, rng)
    form = rng.choice(["{p}{e}的{m}是{w}？", "{p}{e}{m}是{w}？", "{e}{p}{m}达到{w}？", "{e}的{m}{w}？", "{p}{e}有{w}{m}？"])
    return str(form).format(p=period, e=entity, m=metric, w=word)


def from_clause(f, text, rng):
    """The figure's clause, half the time with the one before it, and 什么时候 or 多少家 in the figure's place."""
    bounds = [0] + [m.end() for m in CLAUSE.finditer(text)] + [len(text) + 1]
    at = next(i for i, b in enumerate(bounds) if b > f["start"]) - 1
    first = max(0, at - int(rng.random() < 0.5))
    before, behind = text[bounds[first] : f["start"]], text[f["end"] : bounds[at + 1] - 1]
    if f["end"] > bounds[at + 1] or not 8 <= len(re.sub(r"\W", "", before + behind)) <= 50:
        return None
    if f["kind"] == "date" and rng.random() < 0.6:
        return f"{before}{behind}是{word_for(f, rng)}？"
    if rng.random() < 0.3:
        behind = ""
    return f"{before}{word_for(f, rng)}{behind}？"
