#!/usr/bin/env python3
"""Make reader.bin from a checkpoint of train.py, and the goldens of the Go tests.

    python3 export.py JAR CHECKPOINT

reader.bin, little-endian, no padding; the word embeddings are those of ../model/weights.bin:
  magic "YJRDR002"
  positions: float32 [192][512]; token types: float32 [2][512]
  layer norm of the embeddings: gain, bias float32 [512] each
  layers 0..3: qkv [512 -> 1536], attention out [512 -> 512], norm, up [512 -> 2048], down [2048 -> 512], norm
  head: float32 [2][512], the start's and the end's vector; its bias is left out because scores are only
  ever compared with those of [CLS], where it stands too
Matrices and layers are as ../model/quantize.py describes; their inputs are balanced over the windows of the goldens.
"""
import argparse
import hashlib
import json
import pathlib

import torch

from data import HERE, MAX_TOKENS, collate, fold, join, read_tokenizer
from model import LAYERS, balance, load, quantize


def layer_parts(state, i):
    """A layer as ../model/balance.py wants it."""
    array = lambda name, part: state[f"layers.{i}.{name}.{part}"].float().numpy()
    parts = {name: (array(name, "weight").T, array(name, "bias")) for name in ("qkv", "out", "up", "down")}
    return parts | {name: (array(name, "weight"), array(name, "bias")) for name in ("norm1", "norm2")}


def floats(tensor):
    return tensor.float().numpy().astype("<f4").tobytes()


def embedded(model, windows):
    """The normed embeddings of each window."""
    for ids, types, _ in windows:
        x = torch.nn.functional.embedding(ids[0], model.words) + model.positions.weight[: ids.shape[1]] + model.types(types[0])
        yield model.norm(x).detach().numpy()


def weights(model, windows):
    state = model.state_dict()
    parts = [layer_parts(state, i) for i in range(LAYERS)]
    largest = balance.largest_inputs(parts, embedded(model, windows))
    out = [b"YJRDR002", floats(state["positions.weight"][:MAX_TOKENS]), floats(state["types.weight"])]
    out += [floats(state["norm.weight"]), floats(state["norm.bias"])]
    out += [quantize.layer(*x) for x in zip(parts, largest)] + [floats(state["head.weight"])]
    return b"".join(out)


def encode(tokenizer, pairs):
    """Each pair's window, as the model takes it, with where its text begins and where its tokens lie."""
    for pair in pairs:
        question = tokenizer.encode(fold(pair["question"]), add_special_tokens=False).ids[:64]
        text = tokenizer.encode(fold(pair["text"]), add_special_tokens=False)
        room = MAX_TOKENS - 3 - len(question)
        ids, second = join(question, [], text.ids[:room])
        yield tuple(map(torch.from_numpy, collate([(ids, second, (0, 0))], len(ids))[:3])), second, text.offsets[:room]


def goldens(model, pairs, encoded):
    """Each pair's token ids, where they lie, and float32 start and end scores less those of [CLS]."""
    out = []
    for pair, (window, second, offsets) in zip(pairs, encoded):
        with torch.inference_mode():
            start, end = (x[0] - x[0, 0] for x in model(*window))
        ids = window[0][0].tolist()
        rounded = lambda x: [round(v, 3) for v in x[second : len(ids) - 1].tolist()]
        out.append({**pair, "ids": ids, "offsets": offsets, "start": rounded(start), "end": rounded(end)})
    return out


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("jar")
    args.add_argument("checkpoint", type=pathlib.Path)
    args.add_argument("--mean", type=pathlib.Path, help="export the mean with this checkpoint or reader.bin, from which the other went on")
    args = args.parse_args()
    model, step = load(args.jar, args.checkpoint)
    if args.mean:
        other = load(args.jar, args.mean)[0].state_dict()
        model.load_state_dict({k: (v + other[k]) / 2 if v.is_floating_point() else v for k, v in model.state_dict().items()})
    model.eval()
    testdata = HERE / "../testdata"
    pairs = json.loads((testdata / "reader_pairs.json").read_text("utf-8"))
    encoded = list(encode(read_tokenizer(args.jar), pairs))
    blob = weights(model, [window for window, _, _ in encoded])
    (HERE / "reader.bin").write_bytes(blob)
    print(f"step {step}: reader.bin  {hashlib.sha256(blob).hexdigest()}  {len(blob)} bytes")
    lines = [json.dumps(g, ensure_ascii=False) for g in goldens(model, pairs, encoded)]
    (testdata / "reader_golden.jsonl").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
