"""Trains the net that reads lines (src/core/scan/line-net.ts) on strips that scripts/train-scan drew.

Needs Debian's python3-torch (BSD). Called by `npm run train:scan -- --reader line`; runs for a given number of steps, keeps
its state and goes on from it. One thread. The same strips, seed and steps give the same net on the same machine.
"""

import argparse
import json
import os
import struct
import sys
import time

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

ROWS = 32
FINE = 2
# Letters are so many rows high, and end on this row: as in src/core/scan/line-strip.ts.
LETTER = 13.0
BASE = 22.5
CROP = 320
BATCH = 32
LEAST_ROOM = 90
STRIDE = 2
# Shares of a character's width beside its middle: its own, and where it may be taken for its edge as well; what is farther is edge.
INSIDE = 0.26
EDGE = 0.37
HEAD = b"WIANLIN1"

# Kernel, filters, of how many values the largest is kept, and paper beside: as FILTER_LAYERS in src/core/scan/line-net.ts.
LAYERS = [
    ((3, 3), 16, (2, 2), (1, 1)),
    ((3, 3), 32, (2, 1), (1, 1)),
    ((3, 3), 48, (2, 1), (1, 1)),
    ((3, 3), 64, (1, 1), (1, 1)),
    ((4, 3), 128, (1, 1), (0, 1)),
    ((1, 3), 128, (1, 1), (0, 1)),
    ((1, 3), 128, (1, 1), (0, 1)),
]


class LineNet(nn.Module):
    def __init__(self, kinds):
        super().__init__()
        planes = 1
        convs = []
        norms = []
        for kernel, filters, _, pad in LAYERS:
            convs.append(nn.Conv2d(planes, filters, kernel, padding=pad, bias=False))
            norms.append(nn.BatchNorm2d(filters))
            planes = filters
        self.convs = nn.ModuleList(convs)
        self.norms = nn.ModuleList(norms)
        self.out = nn.Conv2d(planes, kinds, 1)
        self.drop = nn.Dropout2d(0.1)

    def forward(self, x):
        for at, (conv, norm, (_, _, pool, _)) in enumerate(zip(self.convs, self.norms, LAYERS)):
            x = F.relu(norm(conv(x)))
            if pool != (1, 1):
                x = F.max_pool2d(x, pool)
            if at >= 4:
                x = self.drop(x)
        return self.out(x)[:, :, 0, :]


def read_lines(folder, files):
    lines = []
    for number in files:
        path = os.path.join(folder, f"wian-line-{number}")
        cells = np.fromfile(f"{path}.bin", dtype=np.uint8)
        at = 0
        with open(f"{path}.json", encoding="utf-8") as file:
            for line in json.load(file):
                width, rows = line["width"], line["rows"]
                strip = cells[at : at + width * rows].reshape(rows, width)
                at += width * rows
                chars = np.array(line["chars"], dtype=np.float32).reshape(-1, 3)
                if width >= 8 and len(chars) > 0:
                    lines.append((strip, chars))
    return lines


def about(random):
    """From -1 to 1, more often near 0."""
    return random.random() + random.random() - 1


def placed(line, random, room, out, labels, offset):
    """Puts a line, moved, scaled, slanted and weighted by chance, into columns of a crop; returns how many it takes."""
    strip, chars = line
    rows, width = strip.shape
    strip = torch.from_numpy(strip).to(torch.float32).div_(255)[None, None]
    # Strokes of another weight.
    weight = random.random()
    if weight < 0.18:
        strip = torch.lerp(strip, F.max_pool2d(strip, 3, 1, 1), 0.3 + 0.7 * random.random())
    elif weight < 0.34:
        strip = torch.lerp(strip, -F.max_pool2d(-strip, 3, 1, 1), 0.2 + 0.5 * random.random())
    size = float(np.exp(0.16 * about(random)))
    wide = size * float(np.exp(0.2 * about(random)))
    slant = 0.22 * about(random)
    fall = 0.012 * about(random)
    down = 1.6 * about(random)
    bend = 0.5 * about(random)
    length = width / FINE * wide
    # Where the crop begins in the line: in the midst of a long one.
    start = random.random() * (length - room + 20) - 10 if length > room else -2 - 8 * random.random()
    columns = int(min(room, np.ceil(length - start) + 2))
    y, x = torch.meshgrid(
        torch.arange(ROWS, dtype=torch.float32) + 0.5,
        torch.arange(columns, dtype=torch.float32) + 0.5,
        indexing="ij",
    )
    wave = bend * torch.sin(x / (40 + 60 * random.random()) + random.random() * 6.28)
    source_y = (y + down - BASE + (x - columns / 2) * fall + wave) / size + BASE
    source_x = (x + start + slant * (y - BASE + LETTER / 2)) / wide
    grid = torch.stack([source_x * FINE / width * 2 - 1, source_y * FINE / rows * 2 - 1], -1)[None]
    crop = F.grid_sample(strip, grid, mode="bilinear", padding_mode="zeros", align_corners=False)[0, 0]
    kind = random.random()
    if kind < 0.3:
        grain = torch.from_numpy(random.standard_normal((ROWS, columns), dtype=np.float32))
        crop = (crop + grain * (0.12 * random.random())).clamp(0, 1)
    if kind > 0.75:
        soft = F.avg_pool2d(crop[None, None], 3, 1, 1, count_include_pad=False)[0, 0]
        crop = torch.lerp(crop, soft, random.random())
    if 0.25 < kind < 0.6:
        crop = (crop * (0.7 + 0.6 * random.random())).clamp(0, 1) ** float(np.exp(0.6 * about(random)))
    out[:, offset : offset + columns] = crop
    for one, left, right in chars:
        left, right = left / FINE * wide - start, right / FINE * wide - start
        if right < 0 or left > columns:
            continue
        left, right = left + offset, right + offset
        middle, wide_one = (left + right) / 2, max(3.0, right - left)
        for column in range(max(0, int(left / STRIDE)), min(len(labels), int(right / STRIDE) + 1)):
            off = abs(column * STRIDE + 1 - middle) / wide_one
            if off < INSIDE or abs(column * STRIDE + 1 - middle) <= 1:
                labels[column] = int(one)
            elif off < EDGE and labels[column] == 0:
                labels[column] = -1
    return columns


def batch_of(lines, random, size=BATCH):
    x = torch.zeros(size, 1, ROWS, CROP)
    labels = np.zeros((size, CROP // STRIDE), dtype=np.int64)
    for at in range(size):
        offset = 0
        # As many lines as there is room for.
        while CROP - offset > LEAST_ROOM:
            line = lines[int(random.integers(len(lines)))]
            offset += placed(line, random, CROP - offset, x[at, 0], labels[at], offset)
    return x, torch.from_numpy(labels)


def folded(net):
    """Weights and biases of each layer, with what the norms do drawn into them."""
    layers = []
    for conv, norm in zip(net.convs, net.norms):
        scale = norm.weight / torch.sqrt(norm.running_var + norm.eps)
        layers.append((conv.weight * scale[:, None, None, None], norm.bias - norm.running_mean * scale))
    layers.append((net.out.weight, net.out.bias))
    return layers


def write_model(net, path):
    """The head, then each row of each layer: its scale and bias (floats, low byte first) and its weights as bytes."""
    with open(f"{path}.part", "wb") as file:
        file.write(HEAD)
        with torch.no_grad():
            for weights, biases in folded(net):
                rows = weights.reshape(weights.shape[0], -1)
                for row, bias in zip(rows, biases):
                    scale = max(1e-9, float(row.abs().max())) / 127
                    file.write(struct.pack("<ff", scale, float(bias)))
                    file.write(torch.round(row / scale).to(torch.int8).numpy().tobytes())
    os.replace(f"{path}.part", path)


def keep(net, optimizer, step, path):
    """Writes the state, whole or not at all."""
    torch.save({"net": net.state_dict(), "optimizer": optimizer.state_dict(), "step": step}, f"{path}.part")
    os.replace(f"{path}.part", path)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", required=True, help="folder of strips")
    parser.add_argument("--files", type=int, required=True, help="files 1 to N are trained on")
    parser.add_argument("--kinds", type=int, required=True)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--steps", type=int, required=True, help="steps of the whole training")
    parser.add_argument("--minutes", type=float, required=True, help="minutes after which this run ends")
    parser.add_argument("--state", required=True, help="file of the state, which a later run goes on from")
    parser.add_argument("--model", required=True, help="file of the model")
    parser.add_argument("--rate", type=float, default=0.003)
    asked = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(asked.seed)
    net = LineNet(asked.kinds)
    optimizer = torch.optim.AdamW(net.parameters(), lr=asked.rate, weight_decay=0.01)
    step = 0
    if os.path.exists(asked.state):
        state = torch.load(asked.state)
        net.load_state_dict(state["net"])
        optimizer.load_state_dict(state["optimizer"])
        step = state["step"]
    lines = read_lines(asked.lines, range(1, asked.files + 1))
    print(f"{len(lines)} lines, {sum(p.numel() for p in net.parameters())} weights, from step {step}", flush=True)
    net.train()
    loss_sum, right, places = 0.0, 0, 0
    end = time.monotonic() + 60 * asked.minutes
    while step < asked.steps and time.monotonic() < end:
        random = np.random.default_rng([asked.seed, step])
        torch.manual_seed(asked.seed + step)
        x, labels = batch_of(lines, random)
        warm = min(1.0, (step + 1) / 200)
        rate = asked.rate * warm * (0.02 + 0.98 * 0.5 * (1 + np.cos(np.pi * step / asked.steps)))
        for group in optimizer.param_groups:
            group["lr"] = rate
        said = net(x)
        loss = F.cross_entropy(said, labels, ignore_index=-1, label_smoothing=0.02)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 2.0)
        optimizer.step()
        step += 1
        loss_sum += float(loss)
        with torch.no_grad():
            counted = labels > 0
            right += int((said.argmax(1) == labels)[counted].sum())
            places += int(counted.sum())
        if step % 100 == 0:
            print(f"step {step}: loss {loss_sum / 100:.4f}, right {100 * right / max(1, places):.2f} %, rate {rate:.5f}", flush=True)
            loss_sum, right, places = 0.0, 0, 0
        if step % 100 == 0:
            keep(net, optimizer, step, asked.state)
    keep(net, optimizer, step, asked.state)
    write_model(net.eval(), asked.model)
    print(f"Written: {asked.model}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
