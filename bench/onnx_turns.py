#!/usr/bin/env python3
"""ONNX Runtime as a program that takes turns (turns/turns.go), for an environment of its own: onnx_turns.py int8.jar"""
import json
import sys

from model import Model
from workers import onnx_milliseconds

if __name__ == "__main__":
    model = Model(sys.argv[1], 1)
    for line in sys.stdin:
        print(json.dumps({"ms": onnx_milliseconds(model, json.loads(line)["tokens"])}), flush=True)
