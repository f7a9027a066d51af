#!/usr/bin/env python3
"""Time BenchmarkEncode, in the fastest form, beside ONNX Runtime, one thread each, in turns, since a shared machine's speed drifts.

pip install numpy==2.4.6 onnxruntime==1.32.0
python3 compare.py float32.jar int8.jar [rounds]   (the jars: model/README.md; int8 is …-bge-small-zh-v15-q-0.36.2.jar)
"""
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile

import numpy as np
import onnxruntime

SIZES = (32, 128, 512)


def session(jar):
    archive = zipfile.ZipFile(jar)
    name = next(n for n in archive.namelist() if n.endswith(".onnx"))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(archive.read(name), options, providers=["CPUExecutionProvider"])


def time_session(s, tokens, seconds=0.5):
    ids = np.random.default_rng(1).integers(700, 7000, (1, tokens)).astype(np.int64)
    feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
    s.run(None, feed)
    times, end = [], time.perf_counter() + seconds
    while time.perf_counter() < end or len(times) < 3:
        begin = time.perf_counter()
        s.run(None, feed)
        times.append(time.perf_counter() - begin)
    return statistics.median(times) * 1e3


def time_go(binary, tokens):
    command = [binary, "-test.run=^$", f"-test.bench=^BenchmarkEncode$/.*/^tokens={tokens}$", "-test.benchtime=0.5s"]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return float(re.search(r"(\d+(?:\.\d+)?) ns/op", out).group(1)) / 1e6


def main(float32, int8, rounds="9"):
    package = pathlib.Path(__file__).resolve().parent.parent
    sessions = {"ONNX Runtime float32": session(float32), "ONNX Runtime int8": session(int8)}
    with tempfile.TemporaryDirectory() as folder:
        binary = folder + "/embed.test"
        subprocess.run(["go", "test", "-c", "-o", binary, "."], cwd=package, check=True)
        for tokens in SIZES:
            times = {name: [] for name in ["ours", *sessions]}
            for _ in range(int(rounds)):
                times["ours"].append(time_go(binary, tokens))
                for name, s in sessions.items():
                    times[name].append(time_session(s, tokens))
            for name, values in times.items():
                ratio = statistics.median(ours / other for ours, other in zip(times["ours"], values))
                print(f"{tokens:4} tokens  {name:21} median {statistics.median(values):7.2f} ms"
                      f"  least {min(values):7.2f} ms  ours takes {ratio:.2f} of it")


if __name__ == "__main__":
    main(*sys.argv[1:])
