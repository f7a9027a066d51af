"""results.json → RESULTS.md and its pictures."""
import importlib.metadata
import os
import pathlib
import re
import subprocess

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

HERE = pathlib.Path(__file__).resolve().parent

INK, OURS, THEIRS, PALE = "#333333", "#0b6e4f", "#c8553d", "#9aa5b1"


def machine():
    info = pathlib.Path("/proc/cpuinfo").read_text()
    name = re.search(r"model name\s*: (.*)", info)
    flags = set(re.search(r"flags\s*: (.*)", info).group(1).split())
    has = [f for f in ("avx2", "avx512f", "avx512_vnni", "avx_vnni", "amx_int8") if f in flags]
    return f"{name.group(1) if name else 'unknown'}, {os.cpu_count()} cores seen, {', '.join(has) or 'no AVX2'} (of AVX2, AVX-512, VNNI, AMX)"


def versions():
    go = subprocess.run(["go", "version"], capture_output=True, text=True).stdout.split()[2].removeprefix("go")
    found = [f"Go {go}"]
    modules = (HERE / "go.mod").read_text()
    for module in ("knights-analytics/hugot", "blevesearch/bleve/v2", "philippgille/chromem-go", "go-ego/gse"):
        version = re.search(re.escape(module) + r" v(\S+)", modules).group(1)
        found.append(f"{module.split('/')[1]} {version}")
    for package in ("onnxruntime", "chromadb", "rank_bm25", "jieba"):
        found.append(f"{package} {importlib.metadata.version(package)}")
    return ", ".join(found)


def table(head, rows):
    lines = [head, ["---"] + ["--:"] * (len(head) - 1), *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines) + "\n"


def ran(run):
    return (f"*{run['at']} UTC, commit {run['commit']}, {run['seconds']:.0f} s; load of the machine {run['load_before']:.1f} before and "
            f"{run['load_after']:.1f} after; {run['note']}.*\n")


def encoder(r, folder):
    rows = [[x["tokens"], f"{x['ours']:.2f}", f"{x['onnx_int8']:.2f}", f"**{x['ratio_onnx']:.2f}**", f"{x['onnx_float32']:.1f}",
             f"{x['portable']:.1f}", f"{x['hugot']:.0f}", f"**{x['ratio_hugot']:.2f}**"] for x in r["rows"]]
    two = r["two_cores"]
    bars(r["rows"], folder / "encoder.png")
    return "\n".join([
        "## The encoder", ran(r["run"]),
        "One text, one thread: token ids in and unit vector out, in milliseconds, medians of turns that alternate. A ratio is the median"
        " of the turns' ratios; below 1 ours is faster. ONNX Runtime int8 is the `-q` artifact. The portable path is ours without assembly"
        " (`-tags purego`); hugot is its pure Go backend in float32, with its tokenizer.\n",
        table(["tokens", "ours", "ONNX int8", "ours ÷ ONNX int8", "ONNX float32", "portable", "hugot", "portable ÷ hugot"], rows),
        avx2_alone(r["avx2"]),
        f"Passages a second ({two['passages']} paragraphs of news): {two['one']:.0f} on one core, {two['two']:.0f} on two, "
        f"**{two['ratio']:.2f}** times as many.\n",
        "![one text on one thread](encoder.png)\n"])


def avx2_alone(r):
    if "missing" in r:
        return f"By AVX2 alone nothing was measured here: {', '.join(r['missing'])} would be needed.\n"
    rows = [[x["tokens"], f"{x['ours']:.2f}", f"{x['onnx_int8']:.2f}", f"**{x['ratio']:.2f}**"] for x in r["rows"]]
    return ("By AVX2 alone: ours is told so, and ONNX Runtime, which cannot be, gets a CPUID that hides what is newer (`avx2.py`).\n\n"
            + table(["tokens", "ours", "ONNX int8", "ours ÷ ONNX int8"], rows))


def bars(rows, path):
    figure, axes = plt.subplots(figsize=(7, 3.4))
    sides = [("ours", "ours", OURS), ("onnx_int8", "ONNX Runtime int8", THEIRS), ("portable", "ours, portable", "#7fb69e"),
             ("onnx_float32", "ONNX Runtime float32", "#e5a48f"), ("hugot", "hugot, pure Go, float32", PALE)]
    for i, (key, label, color) in enumerate(sides):
        axes.bar([x + (i - 2) * 0.16 for x in range(len(rows))], [r[key] for r in rows], 0.15, label=label, color=color)
    axes.set_yscale("log")
    axes.set_xticks(range(len(rows)), [f"{r['tokens']} tokens" for r in rows])
    axes.set_ylabel("ms, one thread")
    finish(figure, axes, path)


def finish(figure, axes, path):
    axes.spines[["top", "right"]].set_visible(False)
    axes.grid(axis="y", alpha=0.25)
    axes.legend(frameon=False, fontsize=8)
    figure.tight_layout()
    figure.savefig(path, dpi=160, metadata={"Software": None})
    plt.close(figure)


def answers(r, folder):
    rows = [[f"{x['passages']:,}", f"{x['plain']['p50']:.1f} / {x['plain']['p99']:.1f}", f"{x['floor']['p50']:.1f} / {x['floor']['p99']:.1f}",
             f"**{x['ratio']:.2f}**", f"{x['scan']['p50']:.1f}", f"{x['reading']['p50']:.1f} / {x['reading']['p99']:.1f}",
             f"{x['reader_p50']:.0f}", f"{x['load']['mib']:.0f}"] for x in r["rows"]]
    real = max(x["real"] for x in r["rows"])
    growth(r["rows"], folder / "growth.png")
    return "\n".join([
        "## From question to cited answer", ran(r["run"]),
        f"{r['questions']} questions about news over paragraphs of at most about 170 characters, p50 / p99 in milliseconds. The floor is what no"
        " answer can do without: embedding the question, and chromem's own scan of the same vectors in one collection; it is measured after each"
        " question. (The program searches one collection for each core at once, and shorter vectors first, which is faster: so an answer may take less than the floor.)"
        f" The vectors of the first {real:,} passages are the model's, the others' are random unit vectors, which cost the same to search.\n",
        table(["passages", "answer without the reader", "floor", "median of answer ÷ floor", "of the floor: scan p50", "answer with the reader",
               "reader p50", "MiB held"], rows),
        "![growth with the number of passages](growth.png)\n"])


def growth(rows, path):
    figure, axes = plt.subplots(figsize=(7, 3.4))
    sizes = [x["passages"] for x in rows]
    for key, label, color in (("plain", "question to cited answer", OURS), ("floor", "embedding + chromem's scan", THEIRS)):
        axes.plot(sizes, [x[key]["p50"] for x in rows], "o-", color=color, label=f"{label}, p50")
        axes.plot(sizes, [x[key]["p99"] for x in rows], "o--", color=color, alpha=0.5, label=f"{label}, p99")
    axes.set(xscale="log", yscale="log", xlabel="passages", ylabel="ms")
    finish(figure, axes, path)


def alternative(r, _):
    ours, theirs = r["large"]["ours"], r["large"]["theirs"]
    rate = {side: v["passages"] / v["seconds"] for side, v in r["indexed"].items()}
    rows = [
        ["questions a second, one after the other", f"{1e3 / r['ms']['ours']:.1f}", f"{1e3 / r['ms']['theirs']:.1f}", f"**{r['ms']['theirs'] / r['ms']['ours']:.1f}** times as many"],
        ["articles indexed a second, both cores", f"{rate['ours']:.1f}", f"{rate['theirs']:.1f}", f"**{rate['ours'] / rate['theirs']:.2f}** times as many"],
        ["MiB held with the index", f"{ours['mib']:.0f}", f"{theirs['mib']:.0f}", f"**{ours['mib'] / theirs['mib']:.2f}** of it"],
        ["MiB at the peak", f"{ours['peak_mib']:.0f}", f"{theirs['peak_mib']:.0f}", f"{ours['peak_mib'] / theirs['peak_mib']:.2f} of it"],
    ]
    return "\n".join([
        "## A user's alternative", ran(r["run"]),
        "Python with chromadb, ONNX Runtime int8, rank_bm25 over jieba's words (`alternative.py`). It finds passages; ours reads the figures,"
        f" embeds each sentence too, and answers with citations, without the reader. Over {r['large']['ours']['passages']:,} whole articles of news (about 700"
        f" characters each; ours cuts long ones at sentence ends, into half as many passages again), {r['questions']} questions in turns; indexing {r['indexed']['ours']['passages']:,} of them with all vectors by the model, while the"
        " large index has random vectors but for the first hundred.\n",
        table(["", "ours", "alternative", ""], rows)])


def lexical(r, _):
    rows = []
    for x in r["rows"]:
        o, b = x["ours"], x["bleve"]
        rows.append([x["set"], f"{x['passages']:,}", f"{x['questions']:.0f}", f"{o['recall@1']:.3f} / {o['mrr@10']:.3f}", f"{b['recall@1']:.3f} / {b['mrr@10']:.3f}",
                     f"{o['ms']:.2f}", f"{b['ms']:.2f}", f"{o['index_seconds']:.1f}", f"{b['index_seconds']:.1f}"])
    return "\n".join([
        "## The lexical side", ran(r["run"]),
        "Ours by words alone and bleve v2 (BM25, in memory) with gse's words in search mode and gse's own dictionaries, over the same passages,"
        " question by question in turns: R@1 / MRR@10, milliseconds a question (mean), seconds to index. Ours folds traditional characters;"
        " bleve with gse does not.\n",
        table(["set", "passages", "questions", "ours", "bleve", "ours, ms", "bleve, ms", "ours, index s", "bleve, index s"], rows)])


def start(r, _):
    return "\n".join([
        "## The start", ran(r["run"]),
        f"`youju ask` over the shipped articles by a fresh process with an empty data folder, {r['runs']} times: median "
        f"**{r['seconds']:.2f} s** (least {r['least']:.2f} s; {r['cpu']:.2f} s of processor time), at most **{r['mib']:.0f} MiB** resident. The stripped binary has "
        f"{r['binary_mb']:.0f} MB.\n"])


def write(results, folder):
    parts = [
        "# Measured side by side",
        "Written by `make bench`; not edited by hand. Times on a shared machine mean little by themselves: what counts are the ratios, of sides"
        " that took turns.\n",
        f"Machine: {machine()}. Versions: {versions()}.\n",
    ]
    for section in (encoder, answers, start, alternative, lexical):
        if section.__name__ in results:
            parts.append(section(results[section.__name__], folder))
    (folder / "RESULTS.md").write_text("\n".join(parts))
