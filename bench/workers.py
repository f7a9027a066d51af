"""Programs that are measured: they wait for their turn, which is a JSON line (turns/turns.go)."""
import json
import os
import pathlib
import subprocess
import tempfile
import time

import numpy as np

HERE = pathlib.Path(__file__).resolve().parent
TURN = 0.4  # seconds, as in turns/turns.go


class Worker:
    def __init__(self, command, environment=None):
        self.process = subprocess.Popen([str(c) for c in command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                                        env=os.environ | (environment or {}))
        self.command = command

    def ask(self, order):
        print(json.dumps(order), file=self.process.stdin, flush=True)
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self.command[0]} ended with {self.process.wait()} instead of an answer")
        return json.loads(line)

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def onnx_milliseconds(model, tokens):
    """The median time of one text, token ids in and unit vector out."""
    ids = np.array([[700 + i * 7919 % 6300 for i in range(tokens)]], np.int64)
    mask = np.ones_like(ids)
    model.run(ids, mask)
    times, end = [], time.perf_counter() + TURN
    while time.perf_counter() < end or len(times) < 3:
        begin = time.perf_counter()
        model.run(ids, mask)
        times.append(time.perf_counter() - begin)
    return sorted(times)[len(times) // 2] * 1e3


def fresh_start(program, question):
    """One `ask` of a new process with an empty data folder."""
    with tempfile.TemporaryDirectory() as data:
        command = ["python3", HERE / "fresh.py", *program, "--data", data, "ask", question]
        used = json.loads(subprocess.run(list(map(str, command)), stdout=subprocess.PIPE, check=True).stdout)
    if used["status"] != 0:
        raise RuntimeError(f"{program[0]} ended with {used['status']}")
    return used
