"""Runs a program and prints its exit status, seconds, seconds of processor time and peak of memory in MiB. A process of its
own, since Linux counts the memory of the process that starts a program as the program's: fresh.py PROGRAM ARGUMENT…"""
import json
import os
import sys
import time

begin = time.perf_counter()
nowhere = os.open(os.devnull, os.O_WRONLY)
program = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, nowhere, fd) for fd in (1, 2)])
_, status, usage = os.wait4(program, 0)
print(json.dumps({"status": status, "seconds": time.perf_counter() - begin, "cpu": usage.ru_utime + usage.ru_stime,
                  "mib": usage.ru_maxrss / 1024}))
