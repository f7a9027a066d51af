"""The encoder of embed/model with token types and a start and an end score for every token."""
import sys

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from data import HERE

sys.path.insert(0, str(HERE.parent / "model"))
import quantize  # noqa: E402

LAYERS, HEADS, WIDTH = 4, 8, 512


class Layer(nn.Module):
    def __init__(self, dropout):
        super().__init__()
        self.qkv, self.out = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.up, self.down = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.norm1, self.norm2 = (nn.LayerNorm(WIDTH, eps=1e-12) for _ in range(2))
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, mask):
        n, tokens, _ = x.shape
        q, k, v = self.qkv(x).view(n, tokens, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        seen = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + self.dropout(self.out(seen.transpose(1, 2).reshape(n, tokens, WIDTH))))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Reader(nn.Module):
    """ids, types [n, tokens], lengths [n] -> start and end logits [n, tokens], very low beyond the length."""

    def __init__(self, words, dropout=0.1):
        super().__init__()
        self.register_buffer("words", words, persistent=False)  # frozen: embed/model/weights.bin holds it
        self.positions, self.types = nn.Embedding(512, WIDTH), nn.Embedding(2, WIDTH)
        self.norm, self.dropout = nn.LayerNorm(WIDTH, eps=1e-12), nn.Dropout(dropout)
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
