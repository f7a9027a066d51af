"""The encoder of embed/model with token types and a start and an end score for every token."""
import pathlib
import sys

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from data import HERE, MAX_TOKENS

sys.path.insert(0, str(HERE.parent / "model"))
import balance  # noqa: E402, F401
import quantize  # noqa: E402

LAYERS, HEADS, WIDTH = 4, 8, 512


class Dropout(nn.Module):
    """Dropout at 26/256 for p = 0.1, by random bytes, which are drawn ten times as fast as numbers."""

    def __init__(self, p):
        super().__init__()
        self.p, self.random = round(256 * p), np.random.default_rng(0)

    def forward(self, x):
        if not self.training or not self.p:
            return x
        drawn = torch.frombuffer(bytearray(self.random.bytes(x.numel())), dtype=torch.uint8).view(x.shape)
        return x * ((drawn >= self.p).to(x.dtype) * (256 / (256 - self.p)))


class Layer(nn.Module):
    def __init__(self, dropout):
        super().__init__()
        self.qkv, self.out = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.up, self.down = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.norm1, self.norm2 = (nn.LayerNorm(WIDTH, eps=1e-12) for _ in range(2))
        self.dropout = Dropout(dropout)

    def forward(self, x, mask):
        n, tokens, _ = x.shape
        q, k, v = self.qkv(x).view(n, tokens, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        # by hand: the fused kernel's backward takes five times as long in bfloat16
        weights = (q @ k.transpose(-1, -2)).float().mul(HEADS**0.5 / WIDTH**0.5).masked_fill(~mask, -1e4).softmax(-1)
        seen = weights.to(v.dtype) @ v
        x = self.norm1(x + self.dropout(self.out(seen.transpose(1, 2).reshape(n, tokens, WIDTH))))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Reader(nn.Module):
    """ids, types [n, tokens], lengths [n] -> start and end logits [n, tokens], very low beyond the length."""

    def __init__(self, words, dropout=0.1):
        super().__init__()
        self.register_buffer("words", words, persistent=False)  # frozen: embed/model/weights.bin holds it
        self.positions, self.types = nn.Embedding(512, WIDTH), nn.Embedding(2, WIDTH)
        self.norm, self.dropout = nn.LayerNorm(WIDTH, eps=1e-12), Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.head = nn.Linear(WIDTH, 2)
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)

    def forward(self, ids, types, lengths):
        at = torch.arange(ids.shape[1])
        x = F.embedding(ids, self.words) + self.positions(at) + self.types(types)
        x = self.dropout(self.norm(x))
        there = at < lengths[:, None]
        for layer in self.layers:
            x = layer(x, there[:, None, None, :])
        return self.head(x).masked_fill(~there[:, :, None], -1e4).unbind(-1)


def from_encoder(jar, dropout=0.1):
    """The reader before training: bge-small-zh-v1.5, with the word embeddings as int8 as they ship."""
    t, _ = quantize.read(jar)
    tensor = lambda name: torch.from_numpy(np.array(t[name]))
    words, scale = quantize.quantize(t["embeddings.word_embeddings.weight"], 1)
    reader = Reader(torch.from_numpy(words * scale[:, None]), dropout)
    state = {
        "positions.weight": tensor("embeddings.position_embeddings.weight"),
        "types.weight": tensor("embeddings.token_type_embeddings.weight"),
        "norm.weight": tensor("embeddings.LayerNorm.weight"),
        "norm.bias": tensor("embeddings.LayerNorm.bias"),
        "head.weight": reader.head.weight,
        "head.bias": reader.head.bias,
    }
    parts = {"out": "attention.output.dense", "up": "intermediate.dense", "down": "output.dense"}
    norms = {"norm1": "attention.output.LayerNorm", "norm2": "output.LayerNorm"}
    for i in range(LAYERS):
        old, new = f"encoder.layer.{i}.", f"layers.{i}."
        qkv = [old + f"attention.self.{n}." for n in ("query", "key", "value")]
        state[new + "qkv.weight"] = torch.cat([tensor(n + "weight").T for n in qkv])
        state[new + "qkv.bias"] = torch.cat([tensor(n + "bias") for n in qkv])
        for name, source in parts.items():
            state[new + name + ".weight"] = tensor(old + source + ".weight").T.contiguous()
            state[new + name + ".bias"] = tensor(old + source + ".bias")
        for name, source in norms.items():
            for part in ("weight", "bias"):
                state[f"{new}{name}.{part}"] = tensor(f"{old}{source}.{part}")
    reader.load_state_dict(state)
    return reader


class Cursor:
    def __init__(self, blob):
        self.blob, self.at = blob, 0

    def take(self, kind, *shape):
        out = np.frombuffer(self.blob, kind, int(np.prod(shape)), self.at).reshape(shape)
        self.at += out.nbytes
        return out

    def floats(self, *shape):
        return torch.from_numpy(self.take("<f4", *shape).copy())

    def matrix(self, rows, columns):
        """A linear layer's weight [columns, rows] and bias, out of a matrix of ../model/quantize.py."""
        inputs = self.take("<f4", rows)
        q = self.take(np.int8, columns // 64, rows // 4, 64, 4).transpose(1, 3, 0, 2).reshape(rows, columns)
        self.take("<i4", columns)
        weight = torch.from_numpy((inputs[:, None] * q * self.take("<f4", columns)).T.copy())
        return weight, self.floats(columns)


def from_export(jar, path, dropout=0.1):
    """The reader as export.py wrote it, its int8 as float32; positions beyond its windows are the encoder's."""
    reader, file = from_encoder(jar, dropout), Cursor(pathlib.Path(path).read_bytes())
    if file.take("S8", 1)[0] != b"YJRDR002":
        sys.exit(f"{path} is no reader.bin")
    state = reader.state_dict()
    state["positions.weight"][:MAX_TOKENS] = file.floats(MAX_TOKENS, WIDTH)
    state["types.weight"] = file.floats(2, WIDTH)
    norm = lambda name: state.update({name + ".weight": file.floats(WIDTH), name + ".bias": file.floats(WIDTH)})
    dense = lambda name, *shape: state.update(zip((name + ".weight", name + ".bias"), file.matrix(*shape)))
    norm("norm")
    for i in range(LAYERS):
        dense(f"layers.{i}.qkv", WIDTH, 3 * WIDTH)
        dense(f"layers.{i}.out", WIDTH, WIDTH)
        norm(f"layers.{i}.norm1")
        dense(f"layers.{i}.up", WIDTH, 4 * WIDTH)
        dense(f"layers.{i}.down", 4 * WIDTH, WIDTH)
        norm(f"layers.{i}.norm2")
    state["head.weight"] = file.floats(2, WIDTH)
    state["head.bias"] = torch.zeros(2)
    reader.load_state_dict(state)
    return reader


def load(jar, path, dropout=0.1):
    """A reader and the step it is of: of an exported reader.bin (step None) or of a checkpoint of train.py."""
    if str(path).endswith(".bin"):
        return from_export(jar, path, dropout), None
    saved = torch.load(path, weights_only=True, map_location="cpu")
    reader = from_encoder(jar, dropout)
    reader.load_state_dict(saved["model"])
    return reader, saved["step"]
