#!/usr/bin/env python3
"""Fit the weights of answer/ on what lay on its scales, and write ../../answer/scales/weights.go.

    pip install -r eval/fit/requirements.txt
    python3 eval/fit/questions.py SETS OUT
    go run ./eval/fit OUT/* > weighed.jsonl
    python3 eval/fit/fit.py weighed.jsonl            # tables: the weights as they are, and fitted on the other half
    python3 eval/fit/fit.py weighed.jsonl --write    # then fitted on all questions, written

Two things are fitted, each for figures and for sentences, with the reader and without it:

choice   which of a question's figures (sentences) is right: a softmax over them, the loss is -log of the right ones' share
support  whether the best one is an answer at all: logistic, over questions that have an answer and such that have none, both
         counting the same; then its base is moved so that the best bound is the one of support.go

A set counts by the root of its questions, weights have the sign that a feature's meaning gives them, and are held small
(L2). ../../docs/measuring.md says what is measured.
"""
import argparse
import hashlib
import json
import pathlib
import re
import subprocess
from collections import defaultdict

import numpy as np
from scipy.optimize import minimize

SCALES = pathlib.Path(__file__).parent / "../../answer/scales"
WEIGHTS = SCALES / "weights.go"
BOUND = float(re.search(r"Bound\s*=\s*([\d.]+)", (SCALES / "support.go").read_text("utf-8")).group(1))
FEATURES = {
    "figures": "Coverage Cosine Hit Missing Fit Clause Near Scope Held Meaning Metric Entity Head Unsaid Unnamed Headless Rival Apart Narrow Scattered Written Contested Read".split(),
    "sentences": "Coverage Cosine Hit Missing Head Unsaid Unnamed Scattered Faceless Defines Headless Unmost Contested Read".split(),
}
AGAINST = {"Missing", "Held", "Unsaid", "Unnamed", "Headless", "Rival", "Apart", "Narrow", "Scattered", "Unmost", "Faceless", "Contested"}  # speak against; all others speak for
SUM = {"figures": 5.5, "sentences": 1.65}  # of all weights of a choice: only their ratios matter, but sums are added to others
SMALL = {"choice": 0.02, "support": 0.002}  # of the L2 term
# The bound: as few false answers and over-refusals as can be, each measured by what may be.
MOST_FALSE, MOST_OVER = 0.25, 0.10


def half(q):
    return hashlib.sha256(q["id"].encode()).digest()[0] & 1


def base_set(q):
    return q["set"].removesuffix("-removed")


def set_weights(questions):
    """A set's questions together count by the root of their number."""
    count = defaultdict(int)
    for q in questions:
        count[q["set"]] += 1
    return np.array([count[q["set"]] ** -0.5 for q in questions])


def matrix(choices, names):
    return np.array([[c["features"][n] for n in names] for c in choices])


def names_of(kind, read):
    return [n for n in FEATURES[kind] if read or n != "Read"]


def bounds(names):
    return [(None, 0) if n in AGAINST else (0, None) for n in names]


def fit_choice(questions, kind, read):
    names = names_of(kind, read)
    asked = [q for q in questions if any(c["right"] for c in q[kind]) and not all(c["right"] for c in q[kind])]
    if kind == "sentences" and read:
        asked = [q for q in asked if not q["figure"]]  # others were not read for
    x = [matrix(q[kind], names) for q in asked]
    right = [np.array([c["right"] for c in q[kind]]) for q in asked]
    weight = set_weights(asked)
    weight /= weight.sum()

    def loss(w):
        total, gradient = SMALL["choice"] * w @ w / len(w), 2 * SMALL["choice"] * w / len(w)
        for xs, ok, k in zip(x, right, weight):
            z = xs @ w
            p = np.exp(z - z.max())
            p /= p.sum()
            share = p[ok].sum()
            total -= k * np.log(share)
            gradient += k * xs.T @ (p - np.where(ok, p / share, 0))
        return total, gradient

    w = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", bounds=bounds(names)).x
    return dict(zip(names, w * SUM[kind] / np.abs(w).sum()))


def best(q, kind, weights):
    names = list(weights)
    return q[kind][int(np.argmax(matrix(q[kind], names) @ np.array([weights[n] for n in names])))]


def path(q):
    return "figures" if q["figure"] else "sentences"


def fit_support(questions, kind, read, choice):
    """The base and the weights of the logistic sum."""
    names = names_of(kind, read)
    asked = [q for q in questions if q["weighed"] and path(q) == kind and not q["refused"] and q["standalone"] and q[kind]]
    x = matrix([best(q, kind, choice) for q in asked], names)
    y = np.array([q["answerable"] for q in asked], float)
    weight = set_weights(asked)
    for is_answerable in (0, 1):
        weight[y == is_answerable] /= weight[y == is_answerable].sum()

    def loss(w):
        z = x @ w[1:] + w[0]
        total = weight @ (np.logaddexp(0, z) - y * z) + SMALL["support"] * w[1:] @ w[1:]
        error = weight * (1 / (1 + np.exp(-z)) - y)
        return total, np.concatenate([[error.sum()], x.T @ error + 2 * SMALL["support"] * w[1:]])

    w = minimize(loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B", bounds=[(None, None)] + bounds(names)).x
    return w[0], dict(zip(names, w[1:]))


def fit(questions, read):
    model = {}
    for kind in FEATURES:
        model["choice", kind] = fit_choice(questions, kind, read)
    for kind in FEATURES:
        model["support", kind] = fit_support(questions, kind, read, model["choice", kind])
    return move_bound(model, questions)


def move_bound(model, questions):
    """Moves both bases so that the chosen bound is BOUND."""
    rows = [(q, support(model, q)) for q in questions if q["standalone"]]
    at = min(sorted({round(z, 2) for _, z in rows if np.isfinite(z)}), key=lambda t: worst(rates(rows, t)))
    for kind in FEATURES:
        base, weights = model["support", kind]
        model["support", kind] = base - at + logit(BOUND), weights
    return model


def logit(p):
    return float(np.log(p / (1 - p)))


def support(model, q):
    """The sum that is compared with logit(BOUND); what was not weighed is sure, what is refused for another reason is never said."""
    if q["refused"]:
        return -np.inf
    kind = path(q)
    if not q["weighed"] or not q[kind]:
        return np.inf
    base, weights = model["support", kind]
    features = best(q, kind, model["choice", kind])["features"]
    return base + sum(w * features[n] for n, w in weights.items())


def rates(rows, threshold):
    """The shares that are answered without an answer there, and refused with one, each the mean over the sets."""
    false, over = defaultdict(list), defaultdict(list)
    for q, z in rows:
        (over if q["answerable"] else false)[base_set(q)].append((z < threshold) == q["answerable"])
    mean = lambda shares: float(np.mean([np.mean(x) for x in shares.values()]))
    return mean(false), mean(over)


def worst(r):
    return max(r[0] / MOST_FALSE, r[1] / MOST_OVER)


def auc(rows):
    yes, no = ([z for q, z in rows if q["answerable"] is is_yes] for is_yes in (True, False))
    if not yes or not no:
        return float("nan")
    yes, no = np.array(yes)[:, None], np.array(no)[None, :]
    return float(((yes > no) + 0.5 * (yes == no)).mean())


def table(title, scored):
    """scored: pairs of a question and the model that judges it."""
    print(f"\n{title}\nset            figure  sentence   AUC  false (removed)  over-refusal")
    rows = [(q, support(m, q), m) for q, m in scored if q["standalone"]]
    share = lambda found: f"{np.mean(found):6.3f}" if len(found) else "     -"
    for name in sorted({base_set(q) for q, _, _ in rows}) + ["all sets"]:
        mine = [r for r in rows if name in (base_set(r[0]), "all sets")]
        top = {
            kind: [best(q, kind, m["choice", kind])["right"] for q, _, m in mine
                   if q["answerable"] and q["weighed"] and q[kind] and path(q) == kind and (kind == "sentences" or q["numeric"])]
            for kind in FEATURES
        }
        own = [z >= logit(BOUND) for q, z, _ in mine if not q["answerable"] and q["set"] == base_set(q)]
        removed = [z >= logit(BOUND) for q, z, _ in mine if not q["answerable"] and q["set"] != base_set(q)]
        over = [z < logit(BOUND) for q, z, _ in mine if q["answerable"]]
        print(f"{name:14} {share(top['figures'])}    {share(top['sentences'])} {auc([r[:2] for r in mine]):.3f}"
              f" {share(own)} ({share(removed).strip()})   {share(over)}")


def curve(title, scored):
    rows = [(q, support(m, q)) for q, m in scored if q["standalone"]]
    print(f"\n{title}: false answers against over-refusals, the mean over the sets, as the bound moves")
    for bound in (0.2, 0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8):
        print("bound {:5.2f}  false {:.3f}  over-refusal {:.3f}".format(bound, *rates(rows, logit(bound))))


FUNCTIONS = {
    ("choice", "figures"): ("figureWeights", "Figure", "say which of several figures is the one that was asked for."),
    ("choice", "sentences"): ("sentenceWeights", "Sentence", "say which of several sentences answers."),
    ("support", "figures"): ("figureSupport", "Figure", "says whether the best figure is an answer at all."),
    ("support", "sentences"): ("sentenceSupport", "Sentence", "says whether the best sentence is an answer at all."),
}


def write(models):
    out = ["// Code generated by eval/fit/fit.py; DO NOT EDIT.\n\npackage scales\n"]
    for key, (name, kind, doc) in FUNCTIONS.items():
        result = f"(float64, {kind})" if key[0] == "support" else kind
        out.append(f"\n// {name} {doc}\nfunc {name}(read bool) {result} {{\n\tif read {{\n")
        out.append(f"\t\treturn {literal(models[True][key], kind)}\n\t}}\n\treturn {literal(models[False][key], kind)}\n}}\n")
    WEIGHTS.write_text("".join(out), "utf-8")
    subprocess.run(["gofmt", "-w", str(WEIGHTS)], check=True)


def literal(part, kind):
    base, weights = part if isinstance(part, tuple) else (None, part)
    fields = ", ".join(f"{n}: {round(w, 2):g}" for n, w in weights.items() if round(w, 2))
    return ("" if base is None else f"{base:.2f}, ") + f"{kind}{{{fields}}}"


def read_weights(read):
    """The model that stands in weights.go."""
    text, model = WEIGHTS.read_text("utf-8"), {}
    for key, (name, kind, _) in FUNCTIONS.items():
        body = re.search(rf"func {name}\(.*?\n}}", text, re.S).group()
        base, fields = re.findall(rf"return (?:(-?[\d.]+), )?{kind}\{{(.*?)\}}", body, re.S)[0 if read else 1]
        weights = {n: float(v) for n, v in re.findall(r"(\w+):\s*(-?[\d.]+)", fields)}
        model[key] = (float(base), weights) if base else weights
    return model


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("weighed", type=pathlib.Path)
    args.add_argument("--write", action="store_true")
    args = args.parse_args()
    questions = [json.loads(line) for line in args.weighed.read_text("utf-8").splitlines()]
    models = {}
    for read in (True, False):
        how = "with the reader" if read else "without the reader"
        now = read_weights(read)
        table(f"weights.go as it is, {how}", [(q, now) for q in questions])
        others = [fit([q for q in questions if half(q) != h], read) for h in (0, 1)]
        curve(f"weights.go as it is, {how}", [(q, now) for q in questions])
        scored = [(q, others[half(q)]) for q in questions]
        table(f"each half by weights fitted on the other, {how}", scored)
        curve(f"each half by weights fitted on the other, {how}", scored)
        models[read] = fit(questions, read)
        for key, part in models[read].items():
            print(*key, literal(part, ""))
    if args.write:
        write(models)


if __name__ == "__main__":
    main()
