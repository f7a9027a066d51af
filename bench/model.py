"""The same model by ONNX Runtime, as a person who writes Python would use it."""
import zipfile

import numpy as np
import onnxruntime
import tokenizers

QUERY_PREFIX = "为这个句子生成表示以用于检索相关文章："
BATCH = 8


def member(jar, ending):
    archive = zipfile.ZipFile(jar)
    return archive.read(next(n for n in archive.namelist() if n.endswith(ending)))


class Model:
    def __init__(self, jar, threads):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(member(jar, ".onnx"), options, providers=["CPUExecutionProvider"])
        self.tokenizer = tokenizers.Tokenizer.from_str(member(jar, "tokenizer.json").decode())
        self.tokenizer.enable_truncation(512)
        self.tokenizer.no_padding()

    def run(self, ids, mask):
        feed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        cls = self.session.run(None, feed)[0][:, 0]
        return cls / np.linalg.norm(cls, axis=1, keepdims=True)

    def embed(self, texts):
        """Unit vectors, in batches of texts of about the same length, padded to the longest."""
        encoded = [e.ids for e in self.tokenizer.encode_batch(texts)]
        order = sorted(range(len(texts)), key=lambda i: len(encoded[i]))
        vectors = np.empty((len(texts), 512), np.float32)
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            longest = max(len(encoded[i]) for i in batch)
            ids = np.zeros((len(batch), longest), np.int64)
            mask = np.zeros_like(ids)
            for row, i in enumerate(batch):
                ids[row, : len(encoded[i])] = encoded[i]
                mask[row, : len(encoded[i])] = 1
            vectors[batch] = self.run(ids, mask)
        return vectors
