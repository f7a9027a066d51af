"""Balance a layer's inputs before they are rounded to bytes.

A few numbers of a token's vector are ten times as large as the rest, always the same ones, and would leave the rest few of
the 256 steps. So each input k of a matrix is divided by s[k], and row k of the matrix multiplied by it: the product is the
same. s = m^0.7 / w^0.3, of the largest input m and the largest weight w (Xiao et al., "SmoothQuant", 2023; with 0.5 the
vectors are further from float32). m is taken over calibration texts. Rare inputs count as at least half of the median, or
the first text that has them would drown all others.
"""
import numpy as np

HEADS, EPSILON, EXPONENT = 8, 1e-12, 0.7


def norm(x, gain, bias):
    x = x - x.mean(-1, keepdims=True)
    return x / np.sqrt((x * x).mean(-1, keepdims=True) + EPSILON) * gain + bias


def softmax(x):
    x = np.exp(x - x.max(-1, keepdims=True))
    return x / x.sum(-1, keepdims=True)


def gelu(x):
    return x * (0.5 + 0.5 * np.tanh(0.7978846 * (x + 0.044715 * x**3)))


def largest_inputs(layers, texts):
    """The largest |input| of each matrix, by layer and name. A layer is {"qkv": (weight [K, N], bias), "out", "norm1": (gain,
    bias), "up", "down", "norm2"}; a text is the normed embeddings of its tokens, float32 [tokens, width]."""
    found = [{} for _ in layers]

    def dense(i, name, x):
        found[i][name] = np.maximum(found[i].get(name, 0), np.abs(x).max(0))
        weight, bias = layers[i][name]
        return x @ weight + bias

    for x in texts:
        for i, layer in enumerate(layers):
            q, k, v = dense(i, "qkv", x).reshape(len(x), 3, HEADS, -1).transpose(1, 2, 0, 3)
            seen = softmax(q @ k.transpose(0, 2, 1) / np.sqrt(q.shape[-1])) @ v
            x = norm(x + dense(i, "out", seen.transpose(1, 0, 2).reshape(x.shape)), *layer["norm1"])
            x = norm(x + dense(i, "down", gelu(dense(i, "up", x))), *layer["norm2"])
    return found


def divisors(weight, largest):
    """s of each row of the weight [K, N]."""
    largest = np.maximum(largest, np.median(largest) / 2)
    largest = 2 ** (np.ceil(4 * np.log2(largest)) / 4)  # so that a last bit that another processor rounds otherwise is lost
    rows = np.abs(weight).max(1)
    rows = np.maximum(rows, np.median(rows) / 100)
    return (largest**EXPONENT / rows ** (1 - EXPONENT)).astype(np.float32)
