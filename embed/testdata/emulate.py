#!/usr/bin/env python3
"""Run the AVX-512 VNNI kernels on an emulated processor (Bochs), for machines that have none, and compare with numpy.

pip install numpy==2.4.6 bochscpu-python==0.4.0   (it needs glibc 2.38)
go test -c -o embed.test . && python3 testdata/emulate.py embed.test
"""
import re
import struct
import subprocess
import sys

import bochscpu
import bochscpu.cpu
import bochscpu.memory
import numpy as np

PAGE = 4096
PRESENT_WRITABLE_USER = 7
DATA = 0x10000000  # all that a kernel reads and writes
TABLES = 0x70000000  # physical
RETURN = 0xF000  # where a kernel returns to: nothing is there


class Machine:
    """Flat memory, each page at the physical address that is its virtual one; long mode with AVX-512 on."""

    def __init__(self):
        self.pages = set()
        self.table = bochscpu.memory.PageMapLevel4Table()

    def put(self, address, data):
        for page in range(address // PAGE, (address + len(data) - 1) // PAGE + 1):
            if page not in self.pages:
                self.pages.add(page)
                bochscpu.memory.page_insert(page * PAGE, bochscpu.memory.allocate_host_page())
                self.table.insert(page * PAGE, page * PAGE, PRESENT_WRITABLE_USER)
        for start in range(0, len(data), PAGE):  # not across a page: they are apart on the host
            at, part = address + start, data[start : start + PAGE]
            room = PAGE - at % PAGE
            bochscpu.memory.phy_write(at, part[:room])
            if part[room:]:
                bochscpu.memory.phy_write(at + room, part[room:])

    def get(self, address, size):
        out = b""
        while size > 0:
            n = min(size, PAGE - address % PAGE)
            out += bytes(bochscpu.memory.phy_read(address, n))
            address, size = address + n, size - n
        return out

    def call(self, function, argument):
        stack = DATA - 0x1000
        self.put(stack - 64, b"\0" * 128)
        self.put(stack, struct.pack("<QQ", RETURN, argument))
        for at, host in self.table.commit(TABLES):
            bochscpu.memory.page_insert(at, host)
        session = bochscpu.Session()
        session.missing_page_handler = lambda page: (_ for _ in ()).throw(RuntimeError(f"no page at {page:#x}"))
        state = bochscpu.State()
        bochscpu.cpu.set_long_mode(state)
        state.cr0, state.cr3 = 0x80050033, TABLES
        state.cr4 |= 1 << 5 | 1 << 9 | 1 << 10 | 1 << 18  # PAE, SSE, OSXSAVE
        state.xcr0 = 0xE7  # x87, SSE, AVX, AVX-512
        state.mxcsr, state.mxcsr_mask = 0x1F80, 0xFFFF
        state.rip, state.rsp, state.rflags = function, stack, 2
        session.cpu.state = state
        hook, trouble = bochscpu.Hook(), []

        def before(session, _, __):
            if session.cpu.state.rip == RETURN:
                session.stop()

        def exception(session, _, vector, code):
            trouble.append((vector, code, hex(session.cpu.state.rip)))
            session.stop()

        hook.ucnear_branch = lambda session, _, what, source, target: session.stop() if target == RETURN else None
        hook.exception = exception
        session.run([hook])
        if trouble:
            raise RuntimeError(f"the emulated processor raised {trouble}")


def functions(binary):
    """Addresses of the kernels, and the code's bytes with their address."""
    listed = subprocess.run(["go", "tool", "nm", binary], capture_output=True, text=True, check=True).stdout
    found = {name: int(at, 16) for at, name in re.findall(r"^\s*([0-9a-f]+) T youju/embed\.(vnniTile\w+?)(?:\.abi0)?$", listed, re.M)}
    data = open(binary, "rb").read()
    offset, size, count = struct.unpack_from("<Q", data, 32)[0], *struct.unpack_from("<HH", data, 54)
    for i in range(count):
        kind, flags, at, address, _, length = struct.unpack_from("<IIQQQQ", data, offset + i * size)
        if kind == 1 and flags & 1:
            return found, address, data[at : at + length]
    raise RuntimeError("no code in the binary")


def check(machine, function, rows, tiles, k, wide, rng):
    """One product with random numbers and the extremes among them."""
    n = rows * tiles
    limit, dtype = (3000, np.int16) if wide else (127, np.int8)
    a = rng.integers(-8191, 8192, (n, k), dtype=np.int16)
    w = rng.integers(-limit, limit + 1, (k, 16)).astype(dtype)
    a[0], w[:, 0] = 8191, limit
    if not wide:
        a[-1], w[:, -1] = -8191, -limit
    row_scale, col_scale, bias = (rng.uniform(0.001, 2, m).astype(np.float32) for m in (n, 16, 16))
    a_stride, c_stride = k + 5, 16 + 3
    padded = np.zeros((n, a_stride), np.int16)
    padded[:, :k] = a
    panel = w.reshape(k // 2, 2, 16).transpose(0, 2, 1)  # rows in pairs inside
    at, places = DATA, []
    for array in (np.full((n, c_stride), 12345, np.float32), padded, panel, row_scale, col_scale, bias):
        data = np.ascontiguousarray(array).tobytes()
        machine.put(at, data)
        places.append(at)
        at += (len(data) + 255) // 64 * 64
    c, a_at, w_at, row_at, col_at, bias_at = places
    machine.put(at, struct.pack("<10Q", c, c_stride * 4, a_at, a_stride * 2, w_at, k // 8, row_at, col_at, bias_at, tiles))
    machine.call(function, at)
    got = np.frombuffer(machine.get(c, n * c_stride * 4), np.float32).reshape(n, c_stride)
    sums = a.astype(np.int64) @ w.astype(np.int64)
    sums = sums.astype(np.int32).astype(np.float32)  # wraps as the kernel's do
    want = (sums * row_scale[:, None]) * col_scale[None] + bias[None]
    if not (got[:, :16] == want).all() or not (got[:, 16:] == 12345).all():
        raise RuntimeError(f"{rows} rows, {tiles} tiles, k = {k}, wide = {wide}:\n{got}\n{want}")


def main(binary):
    found, address, code = functions(binary)
    machine = Machine()
    low = min(found.values()) // PAGE * PAGE
    high = max(found.values()) + PAGE
    machine.put(low, code[low - address : high - address])
    rng, checks = np.random.default_rng(1), 0
    for name, function in sorted(found.items()):
        rows, bits = map(int, re.search(r"(\d+)x(\d+)", name).groups())
        for k in (8, 64, 72, 512, 2048):
            if bits == 16 and k > 1024:
                continue  # 8191 · 3000 · 2048 is more than 32 bits hold
            for tiles in (1, 2, 3):
                check(machine, function, rows, tiles, k if bits == 8 else min(k, 72), bits == 16, rng)
                checks += 1
    print(f"{checks} passed, 0 failed: {', '.join(sorted(found))}")


if __name__ == "__main__":
    main(*sys.argv[1:])
