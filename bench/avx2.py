"""Keeps ONNX Runtime from instructions that are newer than AVX2.

It chooses its kernels by CPUID and has no option for them. So a copy of the wheel gets UD2 in place of each CPUID
instruction, and a preloaded library answers for it (cpuid.c). Needs gcc and objdump, and an x86-64 that has more than AVX2.
"""
import pathlib
import re
import shutil
import subprocess

import onnxruntime

HERE = pathlib.Path(__file__).resolve().parent
CPUID, UD2 = b"\x0f\xa2", b"\x0f\x0b"

# What golang.org/x/sys/cpu, by which ours chooses, is kept from.
OURS = {"GODEBUG": "cpu.avx512f=off"}


def missing():
    """What this needs and is not there; nothing where all is."""
    tools = [t for t in ("gcc", "objdump") if not shutil.which(t)]
    info = pathlib.Path("/proc/cpuinfo").read_text()
    return tools + [name for flag, name in (("avx2", "AVX2"), ("avx512f", "AVX-512")) if flag not in info.split()]


def environment(folder):
    """The environment of a Python whose onnxruntime sees no more than AVX2; the copy lies in folder."""
    package, library = folder / "onnxruntime", folder / "cpuid.so"
    shutil.rmtree(package, ignore_errors=True)
    shutil.copytree(pathlib.Path(onnxruntime.__file__).parent, package)
    for program in package.glob("capi/onnxruntime_pybind11_state*.so"):
        program.write_bytes(without_cpuid(program))
    subprocess.run(["gcc", "-O2", "-Wall", "-shared", "-fPIC", "-o", library, HERE / "cpuid.c"], check=True)
    return {"PYTHONPATH": str(folder), "LD_PRELOAD": str(library)}


def without_cpuid(program):
    """The program's bytes with UD2 where objdump sees a CPUID: the same two bytes elsewhere are left."""
    data = bytearray(program.read_bytes())
    found = sections(program)
    with subprocess.Popen(["objdump", "-d", "-w", "--no-show-raw-insn", program], stdout=subprocess.PIPE, text=True) as listing:
        places = [offset(found, int(line.split(":")[0], 16)) for line in listing.stdout if line.rstrip().endswith("\tcpuid")]
    if not places or any(data[at : at + 2] != CPUID for at in places):
        raise RuntimeError(f"the CPUID instructions of {program} were not found")
    for at in places:
        data[at : at + 2] = UD2
    return bytes(data)


def sections(program):
    """Address, length and place in the file of each section."""
    table = subprocess.run(["objdump", "-h", "-w", program], capture_output=True, text=True, check=True).stdout
    rows = re.findall(r"^ *\d+ \S+ +([0-9a-f]+) +([0-9a-f]+) +[0-9a-f]+ +([0-9a-f]+)", table, re.MULTILINE)
    return [(int(address, 16), int(size, 16), int(at, 16)) for size, address, at in rows]


def offset(found, address):
    return next(address - start + at for start, size, at in found if start <= address < start + size)
