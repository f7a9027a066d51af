#!/usr/bin/env python3
"""Make reader.bin from a checkpoint of train.py, and the goldens of the Go tests.

    python3 export.py JAR CHECKPOINT

reader.bin, little-endian, no padding; the word embeddings are those of ../model/weights.bin:
  magic "YJRDR001"
  positions: float32 [192][512]; token types: float32 [2][512]
  layer norm of the embeddings: gain, bias float32 [512] each
  layers 0..3: qkv [512 -> 1536], attention out [512 -> 512], norm, up [512 -> 2048], down [2048 -> 512], norm
  head: float32 [2][512], the start's and the end's vector; its bias is left out because scores are only
  ever compared with those of [CLS], where it stands too
Matrices are as ../model/quantize.py describes.
"""
import argparse
import hashlib
import json
import pathlib

import torch

from data import HERE, MAX_TOKENS, collate, fold, join, read_tokenizer
from model import LAYERS, from_encoder, quantize


def layer(state, i):
    p = f"layers.{i}."
    dense = lambda name: quantize.linear(state[p + name + ".weight"].numpy().T, state[p + name + ".bias"].numpy())
    norm = lambda name: floats(state[p + name + ".weight"]) + floats(state[p + name + ".bias"])
    return dense("qkv") + dense("out") + norm("norm1") + dense("up") + dense("down") + norm("norm2")


def floats(tensor):
    return tensor.numpy().astype("<f4").tobytes()


def weights(state):
    parts = [b"YJRDR001", floats(state["positions.weight"][:MAX_TOKENS]), floats(state["types.weight"])]
    parts += [floats(state["norm.weight"]), floats(state["norm.bias"])]
    parts += [layer(state, i) for i in range(LAYERS)] + [floats(state["head.weight"])]
    return b"".join(parts)


def goldens(model, tokenizer, pairs):
    """Each pair's token ids, where they lie, and float32 start and end scores less those of [CLS]."""
    out = []
    for pair in pairs:
        question = tokenizer.encode(fold(pair["question"]), add_special_tokens=False).ids[:64]
        text = tokenizer.encode(fold(pair["text"]), add_special_tokens=False)
        room = MAX_TOKENS - 3 - len(question)
        ids, second = join(question, [], text.ids[:room])
        batch = map(torch.from_numpy, collate([(ids, second, (0, 0))], len(ids))[:3])
        with torch.inference_mode():
            start, end = (x[0] - x[0, 0] for x in model(*batch))
        last = len(ids) - 1
        rounded = lambda x: [round(v, 3) for v in x[second:last].tolist()]
        out.append({**pair, "ids": ids.tolist(), "offsets": text.offsets[:room], "start": rounded(start), "end": rounded(end)})
    return out


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("jar")
    args.add_argument("checkpoint", type=pathlib.Path)
    args = args.parse_args()
    saved = torch.load(args.checkpoint, weights_only=True, map_location="cpu")
    model = from_encoder(args.jar)
    model.load_state_dict(saved["model"])
    model.eval()
    blob = weights(saved["model"])
    (HERE / "reader.bin").write_bytes(blob)
    print(f"step {saved['step']}: reader.bin  {hashlib.sha256(blob).hexdigest()}  {len(blob)} bytes")
    testdata = HERE / "../testdata"
    pairs = json.loads((testdata / "reader_pairs.json").read_text("utf-8"))
    lines = [json.dumps(g, ensure_ascii=False) for g in goldens(model, read_tokenizer(args.jar), pairs)]
    (testdata / "reader_golden.jsonl").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
