# SPDX-License-Identifier: GPL-3.0-or-later
"""growth.py CLI --weights FILE [--weights-035 FILE] --out FOLDER [--photos 1000,10000] [--plot growth.svg]

Time and peak memory of `flower-trainer-cli train` as the work grows: with photos, kinds, image size and width, one of them at a time. Each
run has one epoch of phase 1 over one view of each photo and one of phase 2, at the default settings otherwise. The photos are 1,000 drawn
JPEGs of 400 x 300 pixels, linked to as often as needed. Prints one JSON object a run.
"""
import argparse, json, shutil, subprocess
from pathlib import Path

import numpy as np
from PIL import Image

PICTURES = 1000


def draw(folder):
    folder.mkdir(parents=True, exist_ok=True)
    random = np.random.default_rng(1)
    for number in range(PICTURES):
        path = folder / f"{number:04}.jpg"
        if not path.exists():
            small = random.integers(0, 256, (9, 12, 3), np.uint8)
            Image.fromarray(small).resize((400, 300), Image.BICUBIC).save(path, quality=90)


def link(pictures, folder, photos, kinds):
    if folder.exists():
        return
    for number in range(photos):
        kind = folder / f"kind{number % kinds:04}"
        kind.mkdir(parents=True, exist_ok=True)
        (kind / f"{number:06}.jpg").symlink_to(pictures / f"{number % PICTURES:04}.jpg")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("cli")
    parser.add_argument("--weights", required=True)
    parser.add_argument("--weights-035")
    parser.add_argument("--out", required=True)
    parser.add_argument("--photos", default="1000,10000")
    parser.add_argument("--plot")
    options = parser.parse_args()
    out = Path(options.out).absolute()
    draw(out / "pictures")
    (out / "config.json").write_text(json.dumps({"featureViews": 1, "head": {"epochs": 1}, "finetune": {"epochs": 1}}))

    def run(what, value, photos=1000, kinds=10, size=224, width=1.0, weights=options.weights):
        data = out / f"data-{photos}-{kinds}"
        link(out / "pictures", data, photos, kinds)
        command = [options.cli, "train", "--data", str(data), "--config", str(out / "config.json"), "--image-size", str(size), "--width", str(width),
                   "--out", str(out / "run"), "--json"] + (["--weights", weights] if weights else ["--preset", "recommended"])
        shutil.rmtree(out / "run", ignore_errors=True)
        text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        finished = [json.loads(line) for line in text.splitlines() if '"finished"' in line][-1]
        row = {"grows": what, "value": value, "seconds": finished["seconds"], "megabytes": finished["peak_memory_bytes"] / 1e6}
        print(json.dumps(row), flush=True)
        return row

    rows = [run("photos", count, photos=count) for count in map(int, options.photos.split(","))]
    rows += [run("kinds", kinds, photos=10000, kinds=kinds) for kinds in (5, 100, 1000)]
    rows += [run("image size", size, size=size) for size in (96, 160, 224, 320)]
    rows += [run("width", width, width=width, weights=options.weights if width == 1.0 else None) for width in (0.35, 0.5, 0.75, 1.0, 1.4)]

    if options.plot:
        import matplotlib
        matplotlib.use("svg")
        from matplotlib import pyplot
        figure, axes = pyplot.subplots(1, 4, figsize=(12, 3), layout="constrained")
        for axis, what in zip(axes, ("photos", "kinds", "image size", "width")):
            mine = [row for row in rows if row["grows"] == what]
            values = [row["value"] for row in mine]
            axis.plot(values, [row["seconds"] for row in mine], "o-", color="#2f7d4f", label="seconds")
            axis.set(xlabel=what, ylabel="seconds", ylim=(0, None))
            memory = axis.twinx()
            memory.plot(values, [row["megabytes"] for row in mine], "s--", color="#b0582b", label="MB")
            memory.set(ylabel="peak memory, MB", ylim=(0, None))
            if what in ("photos", "kinds"):
                axis.set_xscale("log")
        figure.savefig(options.plot)


main()
