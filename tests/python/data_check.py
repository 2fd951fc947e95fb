# SPDX-License-Identifier: GPL-3.0-or-later
"""What the check of the photos finds, for the tables of docs/data-check.md: of 120 photos of Oxford 17 and a changed copy of each, with how
many pictures it calls the same that aren't; and of photos of other things that are put among Oxford 17, one at a time for each kind of flower.

    data_check.py FLOWER_TRAINER_CLI DATA [--weights FOLDER] [--foreign NAME=FOLDER …]

DATA is the folder with oxford17. Without weights photos are compared by their pixels only, and the second table stays empty."""
import argparse, csv, json, os, subprocess, tempfile
from pathlib import Path

import cv2
import numpy as np


def crop(image, part):
    height, width = image.shape[:2]
    y, x = round(height * part), round(width * part)
    return image[y:height - y, x:width - x]


def frame(image, part):
    height, width = image.shape[:2]
    y, x = round(height * part), round(width * part)
    return cv2.copyMakeBorder(image, y, y, x, x, cv2.BORDER_CONSTANT, value=(255, 255, 255))


def turn(image, degrees):
    height, width = image.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    return cv2.warpAffine(image, matrix, (width, height), borderMode=cv2.BORDER_REPLICATE)


def scale(image, factor):
    return cv2.resize(image, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)


CHANGES = {
    "half the size": lambda i: scale(i, 0.5),
    "a quarter of the size": lambda i: scale(i, 0.25),
    "JPEG quality 30": lambda i: cv2.imdecode(cv2.imencode(".jpg", i, [cv2.IMWRITE_JPEG_QUALITY, 30])[1], cv2.IMREAD_COLOR),
    "brighter by 30": lambda i: cv2.add(i, np.full_like(i, 30)),
    "contrast 70 %": lambda i: cv2.convertScaleAbs(i, alpha=0.7, beta=38),
    "grey": lambda i: cv2.cvtColor(cv2.cvtColor(i, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR),
    "mirrored": lambda i: i[:, ::-1],
    "a line of text": lambda i: cv2.putText(i.copy(), "www.flowers.example", (20, i.shape[0] - 30), cv2.FONT_HERSHEY_SIMPLEX, 1, (255, 255, 255), 2),
    "turned by 2 degrees": lambda i: turn(i, 2),
    "turned by 5 degrees": lambda i: turn(i, 5),
    "blurred": lambda i: cv2.GaussianBlur(i, (0, 0), 2),
    "2 % cropped": lambda i: crop(i, 0.02),
    "5 % cropped": lambda i: crop(i, 0.05),
    "7 % cropped": lambda i: crop(i, 0.07),
    "10 % cropped": lambda i: crop(i, 0.10),
    "15 % cropped": lambda i: crop(i, 0.15),
    "20 % cropped": lambda i: crop(i, 0.20),
    "a fifth off one side": lambda i: i[:, round(i.shape[1] * 0.2):],
    "10 % cropped, mirrored": lambda i: crop(i, 0.10)[:, ::-1],
    "frame of 2 %": lambda i: frame(i, 0.02),
    "frame of 4 %": lambda i: frame(i, 0.04),
    "frame of 8 %": lambda i: frame(i, 0.08),
}


def check(arguments, data, environment):
    run = subprocess.run([arguments.cli, "check", "--data", str(data), "--json"], capture_output=True, text=True, env=environment)
    return [json.loads(line) for line in run.stdout.splitlines()]


def write_csv(path, rows):
    with open(path, "w", newline="") as file:
        csv.writer(file).writerows([("path", "label", "split"), *rows])


def copies(arguments, folder, environment):
    photos = sorted((arguments.data / "oxford17" / "photos").glob("*/*.jpg"))[::11][:120]
    kinds = [photo.parent.name for photo in photos]
    for name, change in CHANGES.items():
        rows = [(str(photo), kind, "train") for photo, kind in zip(photos, kinds)]
        number = {str(photo): index for index, photo in enumerate(photos)}
        for index, photo in enumerate(photos):
            path = folder / f"{index}.jpg"
            cv2.imwrite(str(path), np.ascontiguousarray(change(cv2.imread(str(photo)))), [cv2.IMWRITE_JPEG_QUALITY, 95])
            number[str(path)] = index
            rows.append((str(path), kinds[index], "train"))
        write_csv(folder / "copies.csv", rows)
        found, false = set(), 0
        for finding in check(arguments, folder / "copies.csv", environment):
            if finding.get("finding") == "near_duplicate":
                members = [number[str(Path(photo["path"]))] for photo in finding["photos"]]
                found |= {member for member in members if members.count(member) > 1}
                false += len(set(members)) - 1
        print(f"{name:24} {len(found):4} found, {false:3} others called the same", flush=True)


def foreign(arguments, folder, environment):
    with open(arguments.data / "oxford17" / "split.csv") as file:
        rows = [row for row in csv.reader(file)][1:]
    base = arguments.data / "oxford17"
    rows = [(str(base / row[0]) if not os.path.isabs(row[0]) else row[0], *row[1:]) for row in rows]
    kinds = sorted({row[1] for row in rows})
    for entry in arguments.foreign:
        name, place = entry.split("=", 1)
        others = sorted(path for path in Path(place).rglob("*") if path.suffix.lower() in (".jpg", ".png"))
        found = alarms = tried = rounds = 0
        for first in range(0, len(others), len(kinds)):
            some = others[first:first + len(kinds)]
            write_csv(folder / "foreign.csv", rows + [(str(path), kind, "train") for path, kind in zip(some, kinds)])
            odd = [finding["photos"][0]["path"] for finding in check(arguments, folder / "foreign.csv", environment)
                   if finding.get("finding") == "odd_photo"]
            wanted = {str(path) for path in some}
            found += sum(path in wanted for path in odd)
            alarms += sum(path not in wanted for path in odd)
            tried += len(some)
            rounds += 1
        print(f"{name:24} {found:4} of {tried} found, {alarms / max(1, rounds):.1f} of {len(rows)} others called odd", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cli")
    parser.add_argument("data", type=Path)
    parser.add_argument("--weights", default="")
    parser.add_argument("--foreign", nargs="*", default=[])
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = dict(os.environ, FLOWER_WEIGHTS=arguments.weights, XDG_CACHE_HOME=str(folder / "cache"), XDG_DATA_HOME=str(folder / "data"),
                           LC_ALL="C")
        copies(arguments, folder, environment)
        if arguments.weights:
            foreign(arguments, folder, environment)


if __name__ == "__main__":
    main()
