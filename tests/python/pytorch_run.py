# SPDX-License-Identifier: GPL-3.0-or-later
"""pytorch_run.py --data split.csv --weights FILE [--seed N] [--frozen-statistics] [--head-epochs 20] [--finetune-epochs 30]

The course's recipe as a careful PyTorch user writes it, for the same photos, split and weights as `flower-trainer-cli bench run`: photos
decoded once at short side 256, random resized crop (0.35 to 1), flip and colour jitter, AdamW, StepLR (7, 0.5), batch 32; 20 epochs of the
head at 0.001 over the frozen backbone, 30 of all layers at 0.0001; channels last, and memory kept between steps. The model of the best
validation epoch answers the test photos, once. The last line is one JSON object: seconds, accuracies.
"""
import argparse, copy, csv, json, os, sys, time
from pathlib import Path

if "MALLOC_MMAP_THRESHOLD_" not in os.environ:  # glibc reads these when a program starts
    os.execve(sys.executable, [sys.executable, *sys.argv],
              os.environ | {"MALLOC_MMAP_THRESHOLD_": "8589934592", "MALLOC_TRIM_THRESHOLD_": "17179869184"})

import numpy as np
import torch
from PIL import Image, ImageEnhance
from torch.nn import functional as F

from mobilenet_v2 import MobileNetV2, read_safetensors


def load(path):
    image = Image.open(path).convert("RGB")
    scale = 256 / min(image.size)
    return image.resize((round(image.width * scale), round(image.height * scale)), Image.BILINEAR)


def tensor(image):
    return torch.from_numpy(np.asarray(image).copy()).permute(2, 0, 1).float() / 127.5 - 1


def centre(image, size=224):
    left, top = (image.width - size) // 2, (image.height - size) // 2
    return tensor(image.crop((left, top, left + size, top + size)))


def augmented(image, random, size=224):
    area = image.width * image.height
    for _ in range(10):
        wanted, ratio = area * random.uniform(0.35, 1), np.exp(random.uniform(np.log(3 / 4), np.log(4 / 3)))
        width, height = round(np.sqrt(wanted * ratio)), round(np.sqrt(wanted / ratio))
        if width <= image.width and height <= image.height:
            break
    else:
        width = height = min(image.size)
    left, top = random.integers(0, image.width - width + 1), random.integers(0, image.height - height + 1)
    view = image.resize((size, size), Image.BILINEAR, (left, top, left + width, top + height))
    if random.random() < 0.5:
        view = view.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    for enhance in (ImageEnhance.Brightness, ImageEnhance.Contrast, ImageEnhance.Color):
        view = enhance(view).enhance(random.uniform(0.8, 1.2))
    return tensor(view)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True)
    parser.add_argument("--weights", required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--frozen-statistics", action="store_true")
    parser.add_argument("--head-epochs", type=int, default=20)
    parser.add_argument("--finetune-epochs", type=int, default=30)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    random = np.random.default_rng(options.seed)
    torch.set_num_threads(os.cpu_count())
    start = time.perf_counter()

    rows = list(csv.DictReader(open(options.data)))
    names = sorted({row["label"] for row in rows})
    images, labels, subsets = [], [], {"train": [], "val": [], "test": []}
    for row in rows:
        subsets[row["split"]].append(len(images))
        images.append(load(Path(options.data).parent / row["path"]))
        labels.append(names.index(row["label"]))
    labels = torch.tensor(labels)

    state, meta = read_safetensors(options.weights)
    network = MobileNetV2(float(meta["width_multiplier"]), len(names), float(meta["bn_eps"]))
    network.load_state_dict({name: value for name, value in state.items() if not name.startswith("classifier.")}, strict=False)
    network.pad_as(meta["padding"])
    network = network.to(memory_format=torch.channels_last)

    def batch(photos, make):
        return torch.stack([make(images[photo]) for photo in photos]).contiguous(memory_format=torch.channels_last)

    def accuracy(subset):
        network.eval()
        right = 0
        with torch.inference_mode():
            for first in range(0, len(subsets[subset]), 32):
                photos = subsets[subset][first:first + 32]
                right += (network(batch(photos, centre)).argmax(1) == labels[photos]).sum().item()
        return right / len(subsets[subset])

    best, best_state, best_epoch, of_head = -1.0, None, 0, 0.0
    epoch = 0
    for phase, epochs, rate in (("head", options.head_epochs, 1e-3), ("finetune", options.finetune_epochs, 1e-4)):
        if best_state:
            network.load_state_dict(best_state)
        learning = network.classifier if phase == "head" else network
        optimiser = torch.optim.AdamW(learning.parameters(), rate, weight_decay=1e-2)
        schedule = torch.optim.lr_scheduler.StepLR(optimiser, 7, 0.5)
        for _ in range(epochs):
            epoch += 1
            network.train()
            if phase == "head" or options.frozen_statistics:
                network.features.eval()
            for photos in torch.tensor(subsets["train"])[torch.randperm(len(subsets["train"]))].split(32):
                x, y = batch(photos.tolist(), lambda image: augmented(image, random)), labels[photos]
                if phase == "head":
                    with torch.no_grad():
                        features = network.pooled(x)
                    logits = network.classifier(features)
                else:
                    logits = network(x)
                loss = F.cross_entropy(logits, y)
                optimiser.zero_grad()
                loss.backward()
                optimiser.step()
            schedule.step()
            val = accuracy("val")
            if val > best:
                best, best_state, best_epoch = val, copy.deepcopy(network.state_dict()), epoch
            print(f"{phase} epoch {epoch}: val {val:.4f}, {time.perf_counter() - start:.0f} s", flush=True)
        if phase == "head":
            of_head = best
    last = accuracy("test")
    network.load_state_dict(best_state)
    print(json.dumps({"workload": "run", "peer": "torch-tuned", "value": round(time.perf_counter() - start, 1), "unit": "s",
                      "head_val_top1": of_head, "best_val_top1": best, "best_epoch": best_epoch, "test_top1": accuracy("test"),
                      "last_epoch_test_top1": last}))


main()
