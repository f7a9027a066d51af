#!/usr/bin/env python3
"""Measures Youju beside its peers on this machine and writes RESULTS.md with its pictures. `make bench` prepares all that
it needs (run.sh) and calls it. What takes turns with what, and why, is said in each section of RESULTS.md.

run.py [--quick] [--only encoder,start,lexical,answers,alternative] [--note "what else ran on the machine"]
"""
import argparse
import json
import os
import pathlib
import statistics
import subprocess
import time

import avx2
import report
from model import Model
from workers import Worker, fresh_start, onnx_milliseconds

HERE = pathlib.Path(__file__).resolve().parent
WORK = HERE / ".work"
SHARED = HERE.parent.parent / "shared"
SETS = ["crud-news", "secnews", "rgb-zh", "cmrc", "xquad-zh", "drcd"]
ONE_CORE = {"GOMAXPROCS": "1"}
PARAGRAPH = 170  # runes: a newspaper's paragraph


def median_ratio(ours, theirs):
    """The median of the ratios of each turn: a machine that slows down slows both sides of a turn."""
    return statistics.median(a / b for a, b in zip(ours, theirs))


def encoder(plan):
    """One text of so many tokens, one thread each, in turns; then passages on one core and on two."""
    int8, float32 = (Model(WORK / f"{name}.jar", 1) for name in ("int8", "float32"))
    workers = {
        "ours": Worker([WORK / "encoder"], ONE_CORE),
        "portable": Worker([WORK / "encoder-portable"], ONE_CORE),
        "hugot": Worker([WORK / "hugot", WORK / "model"], ONE_CORE),
    }
    rows = []
    for tokens in (32, 128, 512):
        times = {name: [] for name in ["ours", "onnx_int8", "onnx_float32", "portable", "hugot"]}
        for turn in range(plan.turns):
            slow = turn < plan.slow_turns
            for name in ["ours", "portable", "hugot"] if slow else ["ours"]:
                times[name].append(workers[name].ask({"tokens": tokens})["ms"])
            times["onnx_int8"].append(onnx_milliseconds(int8, tokens))
            if slow:
                times["onnx_float32"].append(onnx_milliseconds(float32, tokens))
        row = {"tokens": tokens, **{name: statistics.median(t) for name, t in times.items()}}
        row["ratio_onnx"] = median_ratio(times["ours"], times["onnx_int8"])
        row["ratio_hugot"] = median_ratio(times["portable"], times["hugot"])
        rows.append(row)
    return {"rows": rows, "two_cores": two_cores(plan), "avx2": avx2_alone(plan)}


def avx2_alone(plan):
    """The same, both sides kept from whatever is newer than AVX2."""
    if missing := avx2.missing():
        return {"missing": missing}
    ours = Worker([WORK / "encoder"], ONE_CORE | avx2.OURS)
    onnx = Worker(["python3", HERE / "onnx_turns.py", WORK / "int8.jar"], avx2.environment(WORK / "avx2"))
    rows = []
    for tokens in (32, 128, 512):
        times = [[w.ask({"tokens": tokens})["ms"] for w in (ours, onnx)] for _ in range(plan.turns)]
        a, b = zip(*times)
        rows.append({"tokens": tokens, "ours": statistics.median(a), "onnx_int8": statistics.median(b), "ratio": median_ratio(a, b)})
    return {"rows": rows}


def two_cores(plan):
    """Passages a second on two cores over those on one."""
    workers = [Worker([WORK / "encoder"], {"GOMAXPROCS": str(n)}) for n in (1, 2)]
    texts = [p["text"] for p in read_passages(plan.texts)]
    for w in workers:
        w.ask({"texts": texts[:20]})
    seconds = [[w.ask({"texts": texts})["seconds"] for w in workers] for _ in range(plan.turns)]
    return {
        "passages": len(texts),
        "one": len(texts) / statistics.median(s[0] for s in seconds),
        "two": len(texts) / statistics.median(s[1] for s in seconds),
        "ratio": statistics.median(s[0] / s[1] for s in seconds),
    }


def read_passages(n):
    with open(WORK / "paragraphs.jsonl", encoding="utf-8") as lines:
        return [json.loads(line) for line, _ in zip(lines, range(n))]


def start(plan):
    """A fresh process with a fresh data folder over the shipped articles: the whole of `youju ask`."""
    runs = [fresh_start([WORK / "youju"], "郑州高新区去年有多少家科技型中小企业") for _ in range(plan.starts)]
    return {
        "seconds": statistics.median(r["seconds"] for r in runs),
        "least": min(r["seconds"] for r in runs),
        "cpu": statistics.median(r["cpu"] for r in runs),
        "mib": max(r["mib"] for r in runs),
        "binary_mb": os.path.getsize(WORK / "youju") / 1e6,
        "runs": len(runs),
    }


def lexical(plan):
    """Words alone, question by question in turns."""
    worker = Worker([WORK / "lexical"])
    rows = []
    for name in SETS:
        if (SHARED / "qa" / name).is_dir():
            rows.append({"set": name, **worker.ask({"set": str(SHARED / "qa" / name), "questions": plan.questions})})
    return {"rows": rows}


def questions(n):
    """Questions about news that can be asked of any news."""
    with open(SHARED / "qa" / "crud-news" / "queries.jsonl", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line, _ in zip(lines, range(n))]


def percentile(values, p):
    return sorted(values)[min(len(values) - 1, int(len(values) * p / 100))]


def answers(plan):
    """From question to cited answer, beside what it cannot do without, question by question."""
    rows = []
    for size in plan.sizes:
        worker = Worker([WORK / "answers"])
        loaded = worker.ask({"file": str(WORK / "paragraphs.jsonl"), "size": size, "real": plan.real})
        asked = questions(plan.asked + 5)
        worker.ask({"questions": asked[:5]})
        t = worker.ask({"questions": asked[5:]})  # others: the vector of one that was asked is remembered
        floor = [e + s for e, s in zip(t["embed"], t["scan"])]
        row = {"passages": loaded["passages"], "load": loaded, "real": min(plan.real, size)}
        for name, values in {"plain": t["plain"], "reading": t["reading"], "floor": floor, "scan": t["scan"]}.items():
            row[name] = {"p50": percentile(values, 50), "p99": percentile(values, 99)}
        row["ratio"] = median_ratio(t["plain"], floor)
        row["reader_p50"] = statistics.median(a - b for a, b in zip(t["reading"], t["plain"]))
        rows.append(row)
        worker.close()
    return {"rows": rows, "questions": plan.asked}


def alternative(plan):
    """The same articles, the same questions, in turns: how fast they are indexed (all vectors the model's) and found."""
    python = ["python3", HERE / "alternative.py", WORK / "int8.jar"]
    out = {}
    for name, size, real in (("indexed", plan.real, plan.real), ("large", plan.large, min(plan.real, 100))):
        order = {"file": str(WORK / "articles.jsonl"), "size": size, "real": real}
        ours, theirs = Worker([WORK / "answers"]), Worker(python)
        out[name] = {"ours": ours.ask(order), "theirs": theirs.ask(order)}
        if name == "large":
            asked = questions(plan.asked)
            times = {"ours": [], "theirs": []}
            for q in asked:
                times["ours"] += ours.ask({"questions": [q]})["plain"]
                times["theirs"] += theirs.ask({"questions": [q]})["ms"]
            out["ms"] = {side: statistics.mean(t[1:]) for side, t in times.items()}
            out["questions"] = len(asked) - 1
        ours.close()
        theirs.close()
    return out


def write_passages():
    """articles.jsonl has the news as they are, paragraphs.jsonl the same cut at sentence ends."""
    source = SHARED / "load" / "crud_news_20k.jsonl"
    if not source.exists():
        return False
    if (WORK / "paragraphs.jsonl").exists():
        return True
    with open(source, encoding="utf-8") as lines, open(WORK / "articles.jsonl", "w", encoding="utf-8") as whole, \
            open(WORK / "paragraphs.part", "w", encoding="utf-8") as parts:
        for line in lines:
            article = json.loads(line)
            print(json.dumps({"_id": article["_id"], "title": "", "text": article["text"]}, ensure_ascii=False), file=whole)
            for n, text in enumerate(paragraphs(article["text"])):
                print(json.dumps({"_id": f"{article['_id']}-{n}", "title": "", "text": text}, ensure_ascii=False), file=parts)
    os.rename(WORK / "paragraphs.part", WORK / "paragraphs.jsonl")
    return True


def paragraphs(text):
    part = ""
    for sentence in text.replace("。", "。\n").split("\n"):
        if part and len(part) + len(sentence) > PARAGRAPH:
            yield part
            part = ""
        part += sentence
    if part:
        yield part


SECTIONS = {"encoder": encoder, "start": start, "lexical": lexical, "answers": answers, "alternative": alternative}

FULL = argparse.Namespace(turns=9, slow_turns=3, texts=200, starts=15, questions=500, sizes=[1_000, 10_000, 100_000],
                          real=1_000, asked=100, large=10_000)
QUICK = argparse.Namespace(turns=1, slow_turns=1, texts=20, starts=2, questions=20, sizes=[100, 300],
                           real=20, asked=5, large=200)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="tiny sizes, to see that it works; nothing is kept")
    parser.add_argument("--only", default=",".join(SECTIONS))
    parser.add_argument("--note", default="nothing else was started")
    arguments = parser.parse_args()
    kept = WORK / ("quick.json" if arguments.quick else "results.json")
    results = json.loads(kept.read_text()) if kept.exists() else {}
    have_news = write_passages()
    for name in arguments.only.split(","):
        if name != "start" and not (have_news and (SHARED / "qa").is_dir()):
            print(f"{name}: left out, since {SHARED} has not the news and the question sets", flush=True)
            continue
        begin, load = time.time(), os.getloadavg()[0]
        outcome = SECTIONS[name](QUICK if arguments.quick else FULL)
        outcome["run"] = {"at": time.strftime("%Y-%m-%d %H:%M", time.gmtime(begin)), "seconds": time.time() - begin,
                          "load_before": load, "load_after": os.getloadavg()[0], "note": arguments.note,
                          "commit": subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=HERE, capture_output=True,
                                                   text=True).stdout.strip()}
        results[name] = outcome
        kept.write_text(json.dumps(results, indent=1))
        print(f"{name}: {outcome['run']['seconds']:.0f} s", flush=True)
    report.write(results, WORK / "quick" if arguments.quick else HERE)


if __name__ == "__main__":
    main()
