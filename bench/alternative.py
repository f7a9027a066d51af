#!/usr/bin/env python3
"""What a user would put together in Python instead, as a program that takes turns (see turns/turns.go): chromadb for the
vectors, ONNX Runtime int8 for the model, rank_bm25 over jieba's search words, and a sum of both scores. It only finds
passages; it reads no figure and gives no answer.

alternative.py int8.jar
"""
import json
import os
import sys
import time

import chromadb
import jieba
import numpy as np
import rank_bm25

from model import QUERY_PREFIX, Model

CANDIDATES = 100
HITS = 10


def resident_mib():
    """Resident memory now and its peak."""
    status = open("/proc/self/status").read().split("\n")
    kib = {line.split(":")[0]: int(line.split()[1]) for line in status if line.startswith(("VmRSS", "VmHWM"))}
    return kib["VmRSS"] / 1024, kib["VmHWM"] / 1024


class Alternative:
    def __init__(self, jar):
        self.model = Model(jar, os.cpu_count())
        jieba.setLogLevel(60)

    def load(self, file, size, real):
        """Index passages; those after the first `real` get random vectors, to save time."""
        with open(file, encoding="utf-8") as lines:
            passages = [json.loads(line)["text"] for line, _ in zip(lines, range(size))]
        begin = time.perf_counter()
        vectors = self.model.embed(passages[:real])
        random = np.random.default_rng(1).standard_normal((len(passages) - len(vectors), 512)).astype(np.float32)
        vectors = np.concatenate([vectors, random / np.linalg.norm(random, axis=1, keepdims=True)])
        client = chromadb.EphemeralClient(chromadb.Settings(anonymized_telemetry=False))
        name = f"passages-{size}"
        self.collection = client.create_collection(name, metadata={"hnsw:space": "cosine"}, embedding_function=None)
        for start in range(0, len(passages), 1000):
            part = slice(start, start + 1000)
            ids = [str(i) for i in range(len(passages))[part]]
            self.collection.add(ids=ids, embeddings=vectors[part], documents=passages[part])
        self.bm25 = rank_bm25.BM25Okapi([list(jieba.cut_for_search(p)) for p in passages])
        seconds = time.perf_counter() - begin
        mib, peak = resident_mib()
        return {"passages": len(passages), "seconds": seconds, "mib": mib, "peak_mib": peak}

    def ask(self, question):
        vector = self.model.embed([QUERY_PREFIX + question])
        found = self.collection.query(query_embeddings=vector, n_results=CANDIDATES)
        words = self.bm25.get_scores(list(jieba.cut_for_search(question)))
        words = words / max(words.max(), 1e-9)
        scores = dict.fromkeys(np.argpartition(words, -CANDIDATES)[-CANDIDATES:].tolist(), 0.0)
        scores |= {int(i): 1 - d for i, d in zip(found["ids"][0], found["distances"][0])}
        ranked = sorted(scores, key=lambda i: words[i] + scores[i], reverse=True)[:HITS]
        return self.collection.get(ids=[str(i) for i in ranked])["documents"]

    def times(self, questions):
        """Milliseconds a question."""
        out = []
        for q in questions:
            begin = time.perf_counter()
            self.ask(q)
            out.append((time.perf_counter() - begin) * 1e3)
        return {"ms": out}


def main(jar):
    alternative = Alternative(jar)
    for line in sys.stdin:
        order = json.loads(line)
        if "file" in order:
            answer = alternative.load(order["file"], order["size"], order["real"])
        else:
            answer = alternative.times(order["questions"])
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
