"""How good a reader is on the gold passages of questions kept apart, and how well it tells them from near misses."""
import re

import numpy as np
import torch

from data import FIGURE, MAX_TOKENS, collate, fold, join

STRIDE = 96
MAX_ANSWER = 40  # tokens


def windows(question, passage):
    """Every window of a passage, with the passage's token at which it starts."""
    room = MAX_TOKENS - 3 - len(question.ids)
    last = max(1, len(passage) - room + STRIDE)
    for start in range(0, last, STRIDE):
        yield start, join(question.ids, [], passage.ids[start : start + room]) + ((0, 0),)


def logits(model, examples):
    out = []
    for i in range(0, len(examples), 32):
        part = examples[i : i + 32]
        n = max(len(e[0]) for e in part)
        ids, types, lengths, _, _ = map(torch.from_numpy, collate(part, n))
        with torch.inference_mode():
            start, end = model(ids, types, lengths)
        out += list(zip(start.float().numpy(), end.float().numpy()))
    return out


def best_span(start, end, second, length):
    """The best span of the window part and its log-odds against [CLS]."""
    s, e = start[second : length - 1], end[second : length - 1]
    pairs = s[:, None] + e[None, :]
    n = len(s)
    far = np.subtract.outer(np.arange(n), np.arange(n))
    pairs = np.where((far > 0) | (far < -MAX_ANSWER), -1e9, pairs)
    a, b = np.unravel_index(pairs.argmax(), pairs.shape)
    return int(a), int(b), float(pairs[a, b] - start[0] - end[0])


def read(model, question, passage):
    """The best answer of a passage, as characters of the folded text, and its score."""
    found = list(windows(question, passage))
    best = ("", -1e9)
    for (at, example), (start, end) in zip(found, logits(model, [e for _, e in found])):
        if len(example[0]) - example[1] < 2:
            continue
        a, b, score = best_span(start, end, example[1], len(example[0]))
        if score > best[1]:
            best = passage.text[passage.offsets[at + a, 0] : passage.offsets[at + b, 1]], score
    return best


def bare(text):
    return re.sub(r"[^\w%]|_", "", fold(text))


def overlap(a, b):
    """F1 of characters."""
    from collections import Counter

    common = sum((Counter(a) & Counter(b)).values())
    return 2 * common / (len(a) + len(b)) if common else 0.0


def figure(text):
    found = FIGURE.findall(fold(text).replace(" ", ""))
    return found[0].rstrip(".,") if found else None


def auc(yes, no):
    """How often a question's right passage scores higher than another's near miss."""
    yes, no = np.array(yes), np.array(no)
    return float((yes[:, None] > no[None, :]).mean()) if len(yes) and len(no) else float("nan")


def false_answers(yes, no, over):
    """The share of near misses that score as high as all gold passages but a share `over` do: a point of the refusal curve."""
    return round(float((np.array(no) >= np.quantile(yes, over)).mean()), 3) if yes and no else None


def measure(model, s, questions):
    """A row of figures over questions of set s that have an answer in their passage."""
    exact, inside, f1, figures, yes, no, same = [], [], [], [], [], [], []
    model.eval()
    for q in questions:
        text, score = max((read(model, q, s.passages[id]) for id in q.gold[:3]), key=lambda r: r[1])
        got, want = bare(text), [bare(a) for a in q.answers]
        exact.append(got in want)
        inside.append(any(w and w in got for w in want))
        f1.append(max(overlap(got, w) for w in want))
        if q.numeric and figure(q.answers[0]):
            figures.append(any(figure(text) == figure(a) for a in q.answers))
        yes.append(score)
        if q.near:
            no.append(read(model, q, s.passages[q.near[0]])[1])
            same.append(score > no[-1])
    model.train()
    mean = lambda x: round(float(np.mean(x)), 3) if x else None
    return {
        "set": s.name, "questions": len(questions), "exact": mean(exact), "contains": mean(inside), "f1": mean(f1),
        "figure": mean(figures), "numeric": len(figures), "null_auc": round(auc(yes, no), 3), "gold_first": mean(same),
        "false_at_over": {over: false_answers(yes, no, over) for over in (0.02, 0.05, 0.1, 0.2)},
    }
