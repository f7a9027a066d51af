#!/usr/bin/env python3
"""Make NotoSansSC.ttf.gz, the font that charts are drawn with, from Noto Sans SC.

Input   npm package @expo-google-fonts/noto-sans-sc 0.4.3 (npm pack), 400Regular/NotoSansSC_400Regular.ttf
Pins    pip install fonttools==4.68.0 zopfli==0.4.3
Run     python3 mkfont.py path/to/NotoSansSC_400Regular.ttf

Kept are the characters of GB2312, the traditional ones of Big5 whose simplified form is among its frequent
ones (hanzi/simplified.txt says which), Latin 1, full-width ASCII, and the punctuation and signs below. Hinting,
features and vertical metrics go; 120 units an em instead of 1000 are finer than half a pixel.
The run is deterministic: it checks the SHA-256 of what it reads and prints that of what it writes.
"""
import hashlib
import io
import pathlib
import sys

import zopfli.gzip
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

SOURCE = "d45f67f0a7c0ca3f256950777ce6a61cc7ce5f9696d02900cbbaac25f8aa7d16"
SIGNS = (
    "，。、；：？！…—–·•「」『』《》〈〉（）【】〔〕“”‘’～￥％‰℃°㎡㎥²³×÷±−＋＝≈≠≤≥→←↑↓□■○●△▲★〇零€£¥µ\u3000"
    "①②③④⑤⑥⑦⑧⑨⑩㎝㎏㎞㎜㏄№ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"
)


def gb2312(rows):
    """The characters in some rows: 0xB0-0xD7 are frequent ones, 0xD8-0xF7 the others."""
    for high in rows:
        for low in range(0xA1, 0xFF):
            try:
                yield bytes([high, low]).decode("gb2312")
            except UnicodeDecodeError:
                pass


def in_big5(char):
    code = char.encode("big5", "ignore")
    return len(code) == 2 and 0xA4 <= code[0] <= 0xC6


def wanted():
    frequent = set(gb2312(range(0xB0, 0xD8)))
    chars = frequent | set(gb2312(range(0xD8, 0xF8)))
    table = pathlib.Path(__file__).parents[2] / "hanzi" / "simplified.txt"
    for line in table.read_text("utf-8").splitlines():
        traditional, simple = line[0], line[1]
        if simple in frequent and in_big5(traditional):
            chars.add(traditional)
    chars.update(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x100), *range(0xFF01, 0xFF5F)]))
    return "".join(sorted(chars | set(SIGNS)))


def main(path):
    source = pathlib.Path(path).read_bytes()
    if hashlib.sha256(source).hexdigest() != SOURCE:
        sys.exit(f"{path} is not the font that this was made from")
    options = subset.Options(hinting=False, layout_features=[], notdef_outline=True, name_IDs=[0, 1, 2, 13, 14])
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "STAT", "gasp"]
    font = TTFont(io.BytesIO(source), recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(text=wanted())
    cutter.subset(font)
    scale_upem(font, 120)
    out = io.BytesIO()
    font.save(out)
    packed = zopfli.gzip.compress(out.getvalue(), numiterations=15)
    target = pathlib.Path(__file__).with_name("NotoSansSC.ttf.gz")
    target.write_bytes(packed)
    print(f"{font['maxp'].numGlyphs} glyphs, {len(packed)} bytes, SHA-256 {hashlib.sha256(packed).hexdigest()}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
