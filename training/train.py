"""Train the statement model: fine-tune the encoder and its heads, with checkpoints that can go on.

    python training/train.py --data DIR --base DIR --out DIR [--layers N] [--threads N] [--seed N]

``--data`` holds ``statements/train.jsonl`` and ``statements/dev.jsonl``; ``--base`` holds ``model.safetensors`` and
``tokenizer.json`` of all-MiniLM-L6-v2. Stop it at any time: the same command goes on from the last checkpoint.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch.nn import functional as F

from examples import IGNORE, batches, load, windows
from network import Network

SIZE, STRIDE, BATCH = 256, 224, 16
RATE, WARM, SMOOTH = 3e-4, 0.06, 0.03
DECAY = 0.01
PLAN = (6, 6, 6, 5, 5)
"""The epochs over which the rate is to fall, as planned in each epoch: the last two were brought forward."""
WEIGHTS = {"tags": 1.0, "names": 0.3, "links": 0.4}


def main() -> None:
    args = _arguments()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    args.out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(args.base / "tokenizer.json"))
    tokenizer.no_truncation(), tokenizer.no_padding()
    train = load(args.data / "statements/train.jsonl", tokenizer)
    dev = load(args.data / "statements/dev.jsonl", tokenizer)
    network = Network(layers=args.layers)
    network.load_base(args.base / "model.safetensors")
    optimizer = torch.optim.AdamW(_groups(network), lr=RATE)
    per_epoch = len(windows(train, SIZE, STRIDE, random.Random(0))) // BATCH + 1
    first = _restore(args.out, network, optimizer)
    for epoch in range(first, len(PLAN)):
        _epoch(network, optimizer, train, epoch, per_epoch, args.seed)
        print(f"epoch {epoch + 1}: dev {_dev_loss(network, dev):.4f}", flush=True)
        torch.save(
            {"network": network.state_dict(), "optimizer": optimizer.state_dict(), "epoch": epoch + 1},
            args.out / "checkpoint.pt",
        )
        torch.save(network.state_dict(), args.out / "last.pt")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--data", "--base", "--out"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--layers", type=int, default=4)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def _groups(network: Network) -> list[dict]:
    named = list(network.named_parameters())
    bare = [p for n, p in named if n.endswith("bias") or "norm" in n]
    rest = [p for n, p in named if not (n.endswith("bias") or "norm" in n)]
    return [{"params": rest, "weight_decay": DECAY}, {"params": bare, "weight_decay": 0.0}]


def _restore(out: Path, network: Network, optimizer: torch.optim.Optimizer) -> int:
    path = out / "checkpoint.pt"
    if not path.exists():
        return 0
    state = torch.load(path, weights_only=True)
    network.load_state_dict(state["network"])
    optimizer.load_state_dict(state["optimizer"])
    return int(state["epoch"])


def _epoch(
    network: Network, optimizer: torch.optim.Optimizer, train: list, epoch: int, per_epoch: int, seed: int
) -> None:
    network.train()
    total = PLAN[epoch] * per_epoch
    rng = random.Random(seed * 1000 + epoch)
    torch.manual_seed(seed * 1000 + epoch)
    began = time.time()
    for step, batch in enumerate(batches(windows(train, SIZE, STRIDE, rng), BATCH, 0.1, rng)):
        at = min(epoch * per_epoch + step, total - 1)
        rate = RATE * min((at + 1) / (WARM * total), (total - at) / (total * (1 - WARM)))
        for group in optimizer.param_groups:
            group["lr"] = rate
        losses = _losses(network, [torch.from_numpy(array) for array in batch])
        optimizer.zero_grad()
        sum(WEIGHTS[name] * loss for name, loss in losses.items()).backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        if step % 20 == 0:
            told = " ".join(f"{name} {loss.item():.3f}" for name, loss in losses.items())
            print(f"{epoch + 1}.{step}/{per_epoch} {told} {(time.time() - began) / (step + 1):.2f} s/step", flush=True)


def _losses(network: Network, batch: list[torch.Tensor], smooth: float = SMOOTH) -> dict[str, torch.Tensor]:
    ids, shapes, real, tags, names, links = batch
    tag_scores, name_scores, pointers = network(ids, shapes, real)
    return {
        "tags": F.cross_entropy(tag_scores.flatten(0, 1), tags.flatten(), ignore_index=IGNORE, label_smoothing=smooth),
        "names": F.cross_entropy(name_scores.flatten(0, 1), names.flatten(), ignore_index=IGNORE),
        "links": F.cross_entropy(pointers.flatten(0, 1), links.flatten(), ignore_index=IGNORE),
    }


@torch.inference_mode()
def _dev_loss(network: Network, dev: list) -> float:
    network.eval()
    rng = random.Random(0)
    cut = windows(dev, SIZE, STRIDE, None)
    losses = [
        _losses(network, [torch.from_numpy(a) for a in b], 0.0)["tags"].item() for b in batches(cut, BATCH, 0, rng)
    ]
    return float(np.mean(losses))


if __name__ == "__main__":
    main()
