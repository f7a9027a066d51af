#!/usr/bin/env python3
"""Make characters.txt: how the reference tokenizer treats each character, as runs of code points.

Run before quantize.py, over the same jar; pip install tokenizers==0.23.3
The reference carries Unicode tables of its own (neither today's nor Go's), so its behaviour is recorded,
not rebuilt: characters.txt has a line "from to class" in hexadecimal for each run, with class
  d  dropped (control, format, private use, U+FFFD)      s  white space, ends a word
  c  ideograph, a word of its own                        p  punctuation, a word of its own
Characters in no run belong to words.
"""
import hashlib
import pathlib
import sys
import zipfile

from tokenizers import Tokenizer

TOKENIZER = "bge-small-zh-v1.5-tokenizer.json"


def classify(tokenizer, char):
    text = tokenizer.normalizer.normalize_str("a" + char + "b")
    words = [word for word, _ in tokenizer.pre_tokenizer.pre_tokenize_str(text)]
    if text == "ab":
        return "d"
    if text == "a b":
        return "s"
    if text == f"a {char} b":
        return "c"
    if words == ["a", char, "b"]:
        return "p"
    assert words == ["a" + char + "b"], (hex(ord(char)), words)
    return ""


def runs(tokenizer):
    start, kind = 0, "d"
    for code in range(1, 0x110001):
        surrogate = 0xD800 <= code < 0xE000
        now = "" if surrogate or code == 0x110000 else classify(tokenizer, chr(code))
        if now != kind:
            if kind:
                yield f"{start:x} {code - 1:x} {kind}\n"
            start, kind = code, now


if __name__ == "__main__":
    reference = Tokenizer.from_str(zipfile.ZipFile(sys.argv[1]).read(TOKENIZER).decode())
    assert reference.normalizer.normalize_str("a\0b") == "ab"
    data = "".join(runs(reference)).encode()
    (pathlib.Path(__file__).parent / "characters.txt").write_bytes(data)
    print(f"characters.txt  {hashlib.sha256(data).hexdigest()}  {len(data)} bytes")
