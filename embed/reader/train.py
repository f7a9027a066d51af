#!/usr/bin/env python3
"""Train the reader; stop it (SIGTERM) and start it again at will: it goes on from its checkpoint.

    pip install -r requirements.txt
    nice -n 19 python3 train.py JAR SETS CHECKPOINT --steps 4500

JAR is the Maven artifact that ../model/README.md names, SETS the folder with cmrc, drcd and xquad-zh in BEIR form.
--steps may be changed between runs: the cosine ends there. OMP_NUM_THREADS is best 1: each core works on its own half
of a batch (--cores), which loses less than sharing every product when other programs run too.
"""
import argparse
import math
import os
import pathlib
import signal
import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import torch
import torch.nn.functional as F

from data import Sampler, Set, read_tokenizer
from made import made_questions
from measure import measure
from model import from_encoder, load
from split import TRAINED_ON

RATE, HEAD, DECAY, BATCH, SEED = 1.8e-4, 2.8, 0.01, 24, 20261124  # HEAD: times the rate


def rate(step, steps, warmup):
    """Rises to 1 over the warm-up, then a cosine to 0."""
    if step < warmup:
        return (step + 1) / warmup
    return 0.5 * (1 + math.cos(math.pi * min(1.0, (step - warmup) / max(1, steps - warmup))))


def steps_until(until, step, pace, most):
    """How many steps there will be by HH:MM at so many seconds a step, at most `most`."""
    hour, minute = map(int, until.split(":"))
    now = time.localtime()
    left = 60 * (60 * (hour - now.tm_hour) + minute - now.tm_min) - now.tm_sec
    return min(most, step + max(0, int(left / pace)))


def optimizer(model, rate):
    body = [p for n, p in model.named_parameters() if p.ndim > 1 and not n.startswith("head")]
    plain = [p for n, p in model.named_parameters() if p.ndim == 1 and not n.startswith("head")]
    head = [p for n, p in model.named_parameters() if n.startswith("head")]
    groups = [
        {"params": body, "lr": rate, "weight_decay": DECAY},
        {"params": plain, "lr": rate, "weight_decay": 0.0},
        {"params": head, "lr": rate * HEAD, "weight_decay": DECAY},
    ]
    return torch.optim.AdamW(groups, betas=(0.9, 0.999), eps=1e-8)


def save(path, model, optim, step):
    part = path.with_suffix(".part")
    torch.save({"model": model.state_dict(), "optimizer": optim.state_dict(), "step": step}, part)
    os.replace(part, path)


def sample_apart(s, count):
    """The same questions each time, spread over the passages kept apart."""
    found = [q for q in s.questions if q.span and q.gold[0] in s.apart]
    return found[:: max(1, len(found) // count)][:count]


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("jar")
    args.add_argument("sets")
    args.add_argument("checkpoint", type=pathlib.Path)
    args.add_argument("--steps", type=int, required=True)
    args.add_argument("--from", dest="start", type=pathlib.Path, help="begin with this reader.bin or checkpoint, not with the encoder")
    args.add_argument("--ledger", help="folder of ledgers, from which questions are made (made.py)")
    args.add_argument("--bfloat16", action="store_true", help="multiply in bfloat16: twice as fast on processors that have it")
    args.add_argument("--rate", type=float, default=RATE, help="of learning, after the warm-up")
    args.add_argument("--warmup", type=int, default=200, help="steps")
    args.add_argument("--until", metavar="HH:MM", help="end by this time of today: the cosine follows the pace")
    args.add_argument("--seed", type=int, default=SEED, help="another one where --from goes on: the same windows were seen")
    args.add_argument("--cores", type=int, default=2)
    args.add_argument("--measure-minutes", type=float, default=20)
    args = args.parse_args()
    torch.manual_seed(args.seed)
    tokenizer = read_tokenizer(args.jar)
    sets = [Set(args.sets, name, tokenizer) for name in TRAINED_ON]
    model = load(args.jar, args.start)[0] if args.start else from_encoder(args.jar)
    optim, step = optimizer(model, args.rate), 0
    base = [g["lr"] for g in optim.param_groups]
    if args.checkpoint.exists():
        saved = torch.load(args.checkpoint, weights_only=True)
        model.load_state_dict(saved["model"])
        optim.load_state_dict(saved["optimizer"])
        step = saved["step"]
    torch.manual_seed(args.seed + step)
    made = []
    for s in sets if args.ledger else []:
        made += [(s, q) for q in made_questions(s, args.ledger, tokenizer, np.random.default_rng(args.seed))]
    sampler = Sampler(sets, made, tokenizer, args.seed + step, BATCH)
    print(f"{len(sampler.pool)} questions to train on, {len(made)} made by rule, from step {step} to {args.steps}", flush=True)
    run(model, optim, base, sampler.batches(), step, sets, args)


def gradients(model, params, batch, bfloat16):
    """A part of a batch: the gradients, the summed loss and how many spans were right."""
    ids, types, lengths, starts, ends = map(torch.from_numpy, batch)
    with torch.autocast("cpu", torch.bfloat16, enabled=bfloat16):
        start, end = (x.float() for x in model(ids, types, lengths))
    loss = sum(F.cross_entropy(x, y.long(), reduction="sum") for x, y in ((start, starts), (end, ends))) / BATCH
    right = ((start.argmax(1) == starts) & (end.argmax(1) == ends)).sum().item() / BATCH
    return torch.autograd.grad(loss, params), loss.item(), right


def run(model, optim, base, batches, step, sets, args):
    model.train()
    stop = []
    signal.signal(signal.SIGTERM, lambda *_: stop.append(True))
    params, pool = list(model.parameters()), ThreadPoolExecutor(args.cores)
    began = saved = measured = time.time()
    first, mean, loss_sum, right = step, 0.0, 0.0, 0
    steps = args.steps
    while step < steps and not stop:
        batch = next(batches)
        parts = [[x[core :: args.cores] for x in batch] for core in range(args.cores)]
        done = list(pool.map(lambda part: gradients(model, params, part, args.bfloat16), parts))
        for p, *grads in zip(params, *(d[0] for d in done)):
            p.grad = sum(grads[1:], grads[0])
        torch.nn.utils.clip_grad_norm_(params, 1.0)
        for group, lr in zip(optim.param_groups, base):
            group["lr"] = lr * rate(step, steps, args.warmup)
        optim.step()
        step += 1
        pace = (time.time() - began) / (step - first)
        if args.until:
            steps = steps_until(args.until, step, pace, args.steps)
        loss_sum += sum(d[1] for d in done)
        right += sum(d[2] for d in done)
        if step % 25 == 0:
            left = pace * (steps - step) / 60
            print(f"{time.strftime('%H:%M:%S')} step {step} loss {loss_sum / 25:.3f} spans {right / 25:.3f} "
                  f"{pace:.2f} s/step, {left:.0f} min left", flush=True)
            loss_sum, right = 0.0, 0
        if time.time() - saved > 480 or step >= steps or stop:
            save(args.checkpoint, model, optim, step)
            saved = time.time()
        if time.time() - measured > 60 * args.measure_minutes or step >= steps:
            for s in sets:
                print(time.strftime("%H:%M:%S"), measure(model, s, sample_apart(s, 50)), flush=True)
            measured = time.time()


if __name__ == "__main__":
    main()
