"""Trains the net that reads lines (src/core/scan/line-net.ts) on strips that scripts/train-scan drew.

Needs Debian's python3-torch (BSD). Called by `npm run train:scan -- --reader line`; runs for a given number of steps, keeps
its state and goes on from it. One thread. The same strips, seed and steps give the same net on the same machine.
"""

import argparse
import copy
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
HEAD = b"WIANLIN2"
# Marks of each group that a consonant may have, none among them, and the kinds that are consonants: as in src/core/scan/line-kinds.ts.
MARK_GROUPS = (8, 6, 4)
FIRST_CONSONANT = 21
LAST_CONSONANT = 62
# Columns of a character in the list beside the strips: kind, left, right, and its mark of each group.
CHAR = 3 + len(MARK_GROUPS)
# How much the marks count beside the characters, and what the weights are averaged over, in steps.
MARKS = 0.4
AVERAGED = 300
# Share of all steps in which the rate goes down to its end.
COOLING = 0.4

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
    """Says of each column which kind stands there, and behind the kinds which mark of each group is on it."""

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
        self.out = nn.Conv2d(planes, kinds + sum(MARK_GROUPS), 1)
        self.drop = nn.Dropout2d(0.1)
        self.to(memory_format=torch.channels_last)

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
                chars = np.array(line["chars"], dtype=np.float32).reshape(-1, CHAR)
                if width >= 8 and len(chars) > 0:
                    lines.append((strip, chars))
    return lines


class Files:
    """Lines of the files that are there; those that come while training goes on are taken as well."""

    def __init__(self, folder, files):
        self.folder = folder
        self.missing = list(range(1, files + 1))
        self.lines = []

    def look(self):
        found = [number for number in self.missing if os.path.exists(os.path.join(self.folder, f"wian-line-{number}.json"))]
        self.lines += read_lines(self.folder, found)
        self.missing = [number for number in self.missing if number not in found]


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
    if random.random() < 0.4:
        # Shapes that no font has: what lies beside each other is pulled apart or together, a few cells at a time.
        knots = (1, 2, 4, max(2, columns // 9))
        pull = torch.from_numpy(random.standard_normal(knots, dtype=np.float32)) * (0.7 * random.random())
        pull = F.interpolate(pull, (ROWS, columns), mode="bicubic", align_corners=False)[0]
        source_x, source_y = source_x + pull[0], source_y + pull[1]
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
    for one, left, right, *marks in chars:
        left, right = left / FINE * wide - start, right / FINE * wide - start
        if right < 0 or left > columns:
            continue
        left, right = left + offset, right + offset
        middle, wide_one = (left + right) / 2, max(3.0, right - left)
        for column in range(max(0, int(left / STRIDE)), min(labels.shape[1], int(right / STRIDE) + 1)):
            off = abs(column * STRIDE + 1 - middle) / wide_one
            if off < INSIDE or abs(column * STRIDE + 1 - middle) <= 1:
                labels[0, column] = int(one)
                is_consonant = FIRST_CONSONANT <= one <= LAST_CONSONANT
                labels[1:, column] = marks if is_consonant else -1
            elif off < EDGE and labels[0, column] == 0:
                labels[0, column] = -1
    return columns


def batch_of(lines, random, size=BATCH):
    x = torch.zeros(size, 1, ROWS, CROP)
    # Kinds, and marks of each group.
    labels = np.zeros((size, 1 + len(MARK_GROUPS), CROP // STRIDE), dtype=np.int64)
    labels[:, 1:] = -1
    for at in range(size):
        offset = 0
        # As many lines as there is room for.
        while CROP - offset > LEAST_ROOM:
            line = lines[int(random.integers(len(lines)))]
            offset += placed(line, random, CROP - offset, x[at, 0], labels[at], offset)
    return x.to(memory_format=torch.channels_last), torch.from_numpy(labels)


def folded(net):
    """Weights and biases of each layer, with what the norms do drawn into them."""
    layers = []
    for conv, norm in zip(net.convs, net.norms):
        scale = norm.weight / torch.sqrt(norm.running_var + norm.eps)
        layers.append((conv.weight * scale[:, None, None, None], norm.bias - norm.running_mean * scale))
    layers.append((net.out.weight, net.out.bias))
    return layers


def read_model(path):
    """Weights and biases of each layer of a file that write_model wrote; of the last as many rows as it has."""
    with open(path, "rb") as file:
        file.read(len(HEAD))
        shapes = []
        planes = 1
        for (tall, wide), filters, _, _ in LAYERS:
            shapes.append((filters, (planes, tall, wide)))
            planes = filters
        shapes.append((None, (planes, 1, 1)))
        layers = []
        for filters, shape in shapes:
            columns = int(np.prod(shape))
            rows = []
            while filters is None or len(rows) < filters:
                head = file.read(8)
                if len(head) < 8:
                    break
                scale, bias = struct.unpack("<ff", head)
                rows.append((np.frombuffer(file.read(columns), dtype=np.int8) * np.float32(scale), bias))
            weights = torch.from_numpy(np.stack([row for row, _ in rows]).astype(np.float32)).reshape(-1, *shape)
            layers.append((weights, torch.tensor([bias for _, bias in rows])))
    return layers


def start_from(net, path, x):
    """Gives a net the weights of a file, and its norms what these make of a batch, so that it says what the file says."""
    layers = read_model(path)
    with torch.no_grad():
        for conv, norm, (weights, biases), (_, _, pool, _) in zip(net.convs, net.norms, layers, LAYERS):
            conv.weight.copy_(weights)
            x = conv(x)
            norm.running_mean.copy_(x.mean((0, 2, 3)))
            norm.running_var.copy_(x.var((0, 2, 3)))
            norm.weight.copy_(torch.sqrt(norm.running_var + norm.eps))
            norm.bias.copy_(biases + norm.running_mean)
            x = F.relu(x + biases[:, None, None])
            if pool != (1, 1):
                x = F.max_pool2d(x, pool)
        weights, biases = layers[-1]
        net.out.weight[: len(weights)].copy_(weights)
        net.out.bias[: len(biases)].copy_(biases)


def loss_of(said, labels, kinds):
    """How wrong the characters are, and with less weight the marks on them."""
    loss = F.cross_entropy(said[:, :kinds], labels[:, 0], ignore_index=-1, label_smoothing=0.02)
    at = kinds
    for group, count in enumerate(MARK_GROUPS):
        own = labels[:, 1 + group]
        if bool((own >= 0).any()):
            loss = loss + MARKS * F.cross_entropy(said[:, at : at + count], own, ignore_index=-1, label_smoothing=0.02)
        at += count
    return loss


def right_of(said, labels, kinds):
    """Columns with a character and how many of them are right; the same of consonants and all marks on them."""
    counted = labels[:, 0] > 0
    right = (said[:, :kinds].argmax(1) == labels[:, 0])[counted]
    marked = labels[:, 1] >= 0
    at = kinds
    marks = marked.clone()
    for group, count in enumerate(MARK_GROUPS):
        marks &= said[:, at : at + count].argmax(1) == labels[:, 1 + group]
        at += count
    return np.array([int(right.sum()), int(counted.sum()), int(marks[marked].sum()), int(marked.sum())])


def share(right):
    return f"{100 * right[0] / max(1, right[1]):.2f} %, marks {100 * right[2] / max(1, right[3]):.2f} %"


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


def keep(parts, step, path):
    """Writes the state, whole or not at all."""
    torch.save({**{name: part.state_dict() for name, part in parts.items()}, "step": step}, f"{path}.part")
    os.replace(f"{path}.part", path)


def average(averaged, net, step):
    """Brings averaged weights nearer to those of now."""
    part = max(1 / AVERAGED, 1 / (step + 1))
    with torch.no_grad():
        for mean, own in zip(averaged.state_dict().values(), net.state_dict().values()):
            if mean.dtype.is_floating_point:
                mean.lerp_(own, part)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", required=True, help="folder of strips")
    parser.add_argument("--files", type=int, required=True, help="files 1 to N are trained on, as many of them as are there; file 0 is looked at")
    parser.add_argument("--kinds", type=int, required=True)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--steps", type=int, required=True, help="steps of the whole training")
    parser.add_argument("--minutes", type=float, required=True, help="minutes after which this run ends")
    parser.add_argument("--state", required=True, help="file of the state, which a later run goes on from")
    parser.add_argument("--start", help="model whose weights are gone on from where there is no state")
    parser.add_argument("--model", required=True, help="file of the model")
    parser.add_argument("--rate", type=float, default=0.003)
    asked = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(asked.seed)
    net = LineNet(asked.kinds)
    averaged = copy.deepcopy(net)
    optimizer = torch.optim.AdamW(net.parameters(), lr=asked.rate, weight_decay=0.01)
    parts = {"net": net, "averaged": averaged, "optimizer": optimizer}
    step = 0
    files = Files(asked.lines, asked.files)
    files.look()
    looked_at = batch_of(read_lines(asked.lines, [0]), np.random.default_rng(asked.seed), 64)
    if os.path.exists(asked.state):
        state = torch.load(asked.state)
        for name, part in parts.items():
            part.load_state_dict(state[name])
        step = state["step"]
    elif asked.start:
        start_from(net, asked.start, batch_of(files.lines, np.random.default_rng(asked.seed), 128)[0])
    print(f"{len(files.lines)} lines, {sum(p.numel() for p in net.parameters())} weights, from step {step}", flush=True)
    net.train()
    averaged.eval()
    loss_sum, right = 0.0, np.zeros(4)
    end = time.monotonic() + 60 * asked.minutes
    while step < asked.steps and time.monotonic() < end:
        random = np.random.default_rng([asked.seed, step])
        torch.manual_seed(asked.seed + step)
        x, labels = batch_of(files.lines, random)
        rate = asked.rate * min(1.0, (step + 1) / 200, max(0.02, (asked.steps - step) / (COOLING * asked.steps)))
        for group in optimizer.param_groups:
            group["lr"] = rate
        # Half as many bits for what filters see and sum, which takes half the time; the weights stay as they are.
        with torch.autocast("cpu", dtype=torch.bfloat16):
            said = net(x)
        said = said.float()
        loss = loss_of(said, labels, asked.kinds)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 2.0)
        optimizer.step()
        average(averaged, net, step)
        step += 1
        loss_sum += float(loss)
        right += right_of(said.detach(), labels, asked.kinds)
        if step % 100 == 0:
            with torch.no_grad():
                kept = right_of(averaged(looked_at[0]), looked_at[1], asked.kinds)
            print(
                f"step {step}: loss {loss_sum / 100:.4f}, right {share(right)}, of lines kept back {share(kept)}, "
                f"rate {rate:.5f}, {len(files.lines)} lines, {time.process_time():.0f} s of processor",
                flush=True,
            )
            loss_sum, right = 0.0, np.zeros(4)
            keep(parts, step, asked.state)
            write_model(averaged, asked.model)
            files.look()
    keep(parts, step, asked.state)
    write_model(averaged, asked.model)
    print(f"Written: {asked.model}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
