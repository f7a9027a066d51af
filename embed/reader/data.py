"""Questions, passages and windows for the reader: what it is trained and measured on.

A set is a folder in BEIR form (corpus.jsonl, queries.jsonl, qrels/test.tsv) whose queries carry `answers`.
"""
import json
import pathlib
import re
import zipfile
from collections import Counter, defaultdict

import numpy as np
from tokenizers import Tokenizer

from split import NEWSLIKE, kept_apart, question_apart

RARE = 0.02  # of the passages hold a rare word at most
MISLED = 4  # of the eight near misses of a question without an answer are the text that misleads: four of five windows
NEWSLIKE_TIMES = 2  # its questions are drawn in a pass
MADE = 40  # questions made by rule for a hundred real ones
CLS, SEP = 101, 102
MAX_TOKENS, MAX_QUESTION = 192, 64
LONGEST_SPAN = MAX_TOKENS - MAX_QUESTION - 30  # of an answer to a question that is changed
LENGTHS = (64, 96, 128, 160, 192)  # windows are padded to these
SENTENCE_END = re.compile(r"[。！？!?；;\n]+[」』”’）)]*")
FIGURE = re.compile(r"\d[\d,.]*|[一二三四五六七八九十百千万亿两零〇]+")
HERE = pathlib.Path(__file__).parent


def fold_table():
    table = {}
    for line in (HERE / "../../hanzi/simplified.txt").read_text("utf-8").splitlines():
        if len(line) == 2:
            table[ord(line[0])] = line[1]
    for c in list(range(0xFF10, 0xFF1A)) + list(range(0xFF21, 0xFF3B)) + list(range(0xFF41, 0xFF5B)) + [0xFF05, 0xFF0E]:
        table[c] = chr(c - 0xFEE0).lower()
    for c in range(0x10000):
        if c not in table and not 0xD800 <= c < 0xE000 and chr(c).lower() != chr(c) and len(chr(c).lower()) == 1:
            table[c] = chr(c).lower()
    return table


FOLDS = fold_table()


def fold(text):
    """Simplified characters, lower case, letters, digits, ％ and ． half width: one rune for one rune."""
    return text.translate(FOLDS)


def read_tokenizer(jar):
    t = Tokenizer.from_str(zipfile.ZipFile(jar).read("bge-small-zh-v1.5-tokenizer.json").decode())
    t.no_truncation()
    t.no_padding()
    return t


class Passage:
    """A folded text, its title, its tokens with their offsets, and the tokens at which sentences begin."""

    def __init__(self, id, title, text, tokenizer):
        self.id, self.raw, self.text = id, text, fold(text)
        e = tokenizer.encode(self.text, add_special_tokens=False)
        self.ids = np.array(e.ids, np.int32)
        self.offsets = np.array(e.offsets, np.int32).reshape(-1, 2)
        self.title = tokenizer.encode(fold(title) + "。", add_special_tokens=False).ids[:24] if title else []
        starts = [0] + [m.end() for m in SENTENCE_END.finditer(self.text)]
        self.sentences = np.unique(np.searchsorted(self.offsets[:, 0], starts))

    def __len__(self):
        return len(self.ids)

    def token_span(self, start, end):
        """The tokens that touch characters [start, end)."""
        a = int(np.searchsorted(self.offsets[:, 1], start, "right"))
        b = int(np.searchsorted(self.offsets[:, 0], end, "left"))
        return a, b


class Question:
    def __init__(self, id, text, answers, numeric, gold, tokenizer):
        self.id, self.text, self.answers, self.numeric, self.gold = id, fold(text), answers, numeric, gold
        self.ids = tokenizer.encode(self.text, add_special_tokens=False).ids[:MAX_QUESTION]
        self.span = None  # of the answer in gold[0], in tokens
        self.others = []  # spans of every occurrence of any answer
        self.near = []  # near misses: passages without the answer
        self.shared = []  # spans of its rare words that its passage has too: mostly names

    def locate(self, passage):
        found = []
        for answer in map(fold, self.answers):
            at = passage.text.find(answer)
            while at >= 0 and answer:
                found.append((at, at + len(answer)))
                at = passage.text.find(answer, at + 1)
        found = [s for s in found if not cuts_number(passage.text, *s)] or found
        if found:
            grams = {self.text[i : i + 2] for i in range(len(self.text) - 1)}
            best = max(found, key=lambda s: nearness(passage.text, s, grams))
            self.span = passage.token_span(*best)
            self.others = [passage.token_span(*s) for s in found]


def cuts_number(text, a, b):
    """Says whether a border of [a, b) falls into a number, as that of 7.5% in 17.5% does."""
    digits = lambda at: len(re.match(r"[\d.,]*", text[at:]).group().rstrip(".,"))
    return any((text[at - 1].isdigit() or text[at - 1] == ".") and digits(at) > 0 for at in (a, b) if at)


def place(text, a, b):
    """What must agree for words to stand in each other's place: whether a text begins with them, and what follows."""
    return a == 0, text[b : b + 1]


def shared(question, text):
    """The longest stretches of letters, of two to eight characters, that a question has in common with a text."""
    found, at = [], 0
    while at < len(question) - 1:
        end = at
        while end < len(question) and question[end].isalpha() and question[at : end + 1] in text:
            end += 1
        if 2 <= end - at <= 8:
            found.append((at, end))
        at = max(end, at + 1)
    return found


def nearness(text, span, grams, reach=40):
    around = text[max(0, span[0] - reach) : span[0]], text[span[1] : span[1] + reach]
    return len(grams & {part[i : i + 2] for part in around for i in range(len(part) - 1)})


def read_folder(folder):
    """A set in BEIR form: its passages and its queries as they stand there, and the ids of each query's gold passages."""
    lines = lambda f: [json.loads(l) for l in (folder / f).read_text("utf-8").splitlines()]
    gold = defaultdict(list)
    for row in (folder / "qrels/test.tsv").read_text("utf-8").splitlines()[1:]:
        q, p, _ = row.split("\t")
        gold[q].append(p)
    return lines("corpus.jsonl"), lines("queries.jsonl"), gold, {}


def read_newslike(folder):
    """The same of NEWSLIKE's files, whose README says how they are written, and for each question without an answer its text."""
    passages, queries, gold, misled = [], [], {}, {}
    for file in sorted(folder.glob("*.tsv")):
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            kind, *fields = line.split("\t")
            if kind == "P":
                passage = {"_id": f"{file.stem}-{number}", "title": fields[0], "text": fields[1]}
                passages.append(passage)
                continue
            id = f"{passage['_id']}-{number}"
            answers = fields[1:]
            queries.append({"_id": id, "text": fields[0], "metadata": {"answers": answers, "numeric": bool(FIGURE.search(answers[0])) if answers else False, "kind": "single"}})
            gold[id] = [passage["_id"]] if kind == "Q" else []
            if kind == "N":
                misled[id] = passage["_id"]
    return passages, queries, gold, misled


class Set:
    """The passages and questions of one set; `apart` holds the ids of the passages and the unanswerable questions that are kept apart."""

    def __init__(self, root, name, tokenizer):
        self.name = name
        corpus, queries, gold, misled = read_newslike(HERE / NEWSLIKE) if name == NEWSLIKE else read_folder(pathlib.Path(root) / name)
        self.apart = {p["_id"] for p in corpus if kept_apart(name, p)}
        self.passages = {p["_id"]: Passage(p["_id"], p["title"], p["text"], tokenizer) for p in corpus}
        self.questions = []
        for q in queries:
            id, meta = q["_id"], q["metadata"]
            question = Question(id, q["text"], meta.get("answers") or [], meta.get("numeric"), gold[id], tokenizer)
            question.meta = meta
            if question.gold and question.answers:
                question.locate(self.passages[question.gold[0]])
            elif id in misled:
                question.near = [misled[id]] * MISLED
                if misled[id] in self.apart:
                    self.apart.add(id)
            elif question_apart(name, id):
                self.apart.add(id)
            self.questions.append(question)
        self.find_near_misses(self.questions)
        self.names = defaultdict(list)  # the rare words of questions, by what stands around them
        for q in self.questions:
            for a, b in q.shared if q.span and q.gold[0] not in self.apart else []:
                self.names[place(q.text, a, b)].append(q.text[a:b])

    def find_near_misses(self, questions, count=8):
        """Gives questions theirs: BM25 over character bigrams (k1 1.2, b 0.75), passages with an answer left out."""
        passages = list(self.passages.values())
        grams = [Counter(p.text[i : i + 2] for i in range(len(p.text) - 1)) for p in passages]
        length = np.array([sum(g.values()) for g in grams], np.float32)
        postings = defaultdict(list)
        for i, g in enumerate(grams):
            for gram, n in g.items():
                postings[gram].append((i, n))
        norm = 1.2 * (0.25 + 0.75 * length / length.mean())
        for q in questions:
            scores = np.zeros(len(passages), np.float32)
            for gram in {q.text[i : i + 2] for i in range(len(q.text) - 1)}:
                if gram in postings:
                    rows = np.array(postings[gram])
                    idf = np.log(1 + (len(passages) - len(rows) + 0.5) / (len(rows) + 0.5))
                    scores[rows[:, 0]] += idf * rows[:, 1] * 2.2 / (rows[:, 1] + norm[rows[:, 0]])
            if q.gold:
                few = lambda gram: len(postings.get(gram, ())) <= max(3, RARE * len(passages))
                q.shared = [x for x in shared(q.text, self.passages[q.gold[0]].text) if any(few(q.text[i : i + 2]) for i in range(x[0], x[1] - 1))]
            answers = [fold(a) for a in q.answers]
            for i in np.argsort(-scores)[: 3 * count]:
                p = passages[i]
                if p.id not in q.gold and p.id not in q.near and not any(a in p.text for a in answers) and len(q.near) < count:
                    q.near.append(p.id)


class Sampler:
    """An endless stream of batches, drawn anew each time: (ids, types, lengths, starts, ends) of one padded length."""

    def __init__(self, sets, made, tokenizer, seed, batch):
        """made: pairs of a set and a question that was made by rule, of which each pass draws MADE."""
        self.rng, self.tokenizer, self.batch = np.random.default_rng(seed), tokenizer, batch
        self.pool, self.made = [], made
        for s in sets:
            self.pool += [(s, q) for q in s.questions if self.usable(s, q)] * (NEWSLIKE_TIMES if s.name == NEWSLIKE else 1)
        self.buckets = {n: [] for n in LENGTHS}

    @staticmethod
    def usable(s, q):
        if q.gold:
            return q.span is not None and q.gold[0] not in s.apart
        return bool(q.near) and q.id not in s.apart

    def batches(self):
        while True:
            some = self.rng.permutation(len(self.made))[: MADE * len(self.pool) // 100]
            drawn = self.pool + [self.made[i] for i in some]
            for i in self.rng.permutation(len(drawn)):
                for example in self.examples(*drawn[i]):
                    n = next(n for n in LENGTHS if len(example[0]) <= n)
                    self.buckets[n].append(example)
                    if len(self.buckets[n]) == self.batch:
                        yield collate(self.buckets[n], n)
                        self.buckets[n] = []

    def examples(self, s, q):
        """A window with the answer, and in four of five cases one without."""
        if q.span:
            positive = self.positive(s, q)
            if positive:
                yield positive
            if self.rng.random() > 0.8:
                return
        negative = self.negative(s, q)
        if negative:
            yield negative

    def budget(self):
        return int(self.rng.choice(LENGTHS, p=(0.15, 0.2, 0.25, 0.2, 0.2))) - int(self.rng.integers(0, 16))

    def title(self, p):
        return p.title if self.rng.random() < 0.3 else []

    def positive(self, s, q, question=None):
        p, question = s.passages[q.gold[0]], question or q.ids
        a, b = q.span
        title = self.title(p)
        for budget in (self.budget(), MAX_TOKENS):
            room = budget - 3 - len(question) - len(title)
            if b - a <= room:
                start, end = self.window(p, room, a, b)
                at = 2 + len(question) + len(title) - start
                return join(question, title, p.ids[start:end]) + ((a + at, b - 1 + at),)
        return None

    def window(self, p, room, a, b):
        """Borders drawn around tokens [a, b), often at sentences."""
        low, high = max(0, b - room), max(0, min(a, len(p) - room))
        high = max(low, high) if self.rng.random() < 0.7 else a
        start = int(self.rng.integers(low, high + 1))
        inside = p.sentences[(p.sentences >= low) & (p.sentences <= a)]
        if len(inside) and self.rng.random() < 0.7:
            start = int(self.rng.choice(inside))
        end = min(len(p), start + room)
        ends = p.sentences[(p.sentences >= b) & (p.sentences <= end)]
        if len(ends) and self.rng.random() < 0.6:
            end = int(self.rng.choice(ends))
        return start, end

    def negative(self, s, q):
        draw = self.rng.random()
        if q.span and draw < 0.35:
            other = self.other_year(s, q) if draw < 0.12 else self.other_name(s, q)
            if other is not None:
                return self.positive(s, q, other)[:2] + ((0, 0),)
        if q.span and draw < 0.6:
            example = self.without(s, q, s.passages[q.gold[0]], q.others)
            if example:
                return example
        near = [n for n in q.near if n not in s.apart]
        if not near:
            return None
        return self.without(s, q, s.passages[near[min(int(self.rng.exponential(2.5)), len(near) - 1)]], [])

    def other_year(self, s, q):
        """The question with another year than the one it asks for, where the passage has the first and not the second."""
        years = [m for m in re.finditer(r"(?<!\d)(1[5-9]|20)\d\d(?!\d)", q.text)]
        text = s.passages[q.gold[0]].text
        if not years or years[0].group() not in text or q.span[1] - q.span[0] > LONGEST_SPAN:
            return None
        other = str(int(years[0].group()) + int(self.rng.choice([-10, -3, -2, -1, 1, 2, 3, 10])))
        if other in text:
            return None
        return self.changed(q, *years[0].span(), other)

    def other_name(self, s, q):
        """The question with another question's rare word in the place of one of its own, which its passage does not have."""
        if not q.shared or q.span[1] - q.span[0] > LONGEST_SPAN:
            return None
        a, b = q.shared[self.rng.integers(len(q.shared))]
        text = s.passages[q.gold[0]].text
        names = s.names[place(q.text, a, b)]
        for i in self.rng.integers(len(names), size=8 if names else 0):
            other = names[i]
            if abs(len(other) - (b - a)) <= 1 and other.isascii() == q.text[a:b].isascii() and other not in text and not set(other) & set(q.text[a:b]):
                return self.changed(q, a, b, other)
        return None

    def changed(self, q, start, end, other):
        changed = q.text[:start] + other + q.text[end:]
        return self.tokenizer.encode(changed, add_special_tokens=False).ids[:MAX_QUESTION]

    def without(self, s, q, p, spans):
        """A window of p that holds none of the spans; half the time the one of several that is nearest to the question."""
        title = self.title(p)
        room = self.budget() - 3 - len(q.ids) - len(title)
        best, score = None, -1
        for _ in range(6 if self.rng.random() < 0.5 else 1):
            start = int(self.rng.choice(p.sentences)) if self.rng.random() < 0.7 else int(self.rng.integers(0, len(p)))
            end = min(len(p), start + room)
            for a, b in spans:
                if start < b and end > a:
                    start, end = (start, a) if a - start > end - b else (b, end)
            if end - start < 12:
                continue
            common = len(set(q.ids) & set(p.ids[start:end].tolist()))
            if common > score:
                best, score = (start, end), common
        if best is None:
            return None
        return join(q.ids, title, p.ids[best[0] : best[1]]) + ((0, 0),)


def join(question, title, window):
    ids = np.concatenate([[CLS], question, [SEP], title, window, [SEP]]).astype(np.int32)
    return ids, len(question) + 2


def collate(examples, n):
    ids, types = np.zeros((2, len(examples), n), np.int32)
    lengths = np.array([len(e[0]) for e in examples], np.int32)
    for row, (tokens, second, _) in enumerate(examples):
        ids[row, : len(tokens)] = tokens
        types[row, second : len(tokens)] = 1
    spans = np.array([e[2] for e in examples], np.int32)
    return ids, types, lengths, spans[:, 0], spans[:, 1]
