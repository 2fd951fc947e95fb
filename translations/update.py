#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds new and changed texts in the sources: translations/update.py [LUPDATE]. Then translate what is "unfinished".

Engine classes that are no QObject look their words up by a free function in the context "flower", while lupdate files
them under the class; this moves them where they are looked up and keeps every translation that is there.
"""
import subprocess, sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

here = Path(__file__).parent
root = here.parent
FREE = ("CheckpointFolder CsvTable EventPrinter FileModelInspector Findings FlowerDatasetChecker FlowerDatasetReader HttpFetcher JsonReader LearningRateSearch LikenessScan MobileNetTrainer ModelClassifier "
        "ModelEvaluator ModelPhotoMapper Oxford102Archive PartFile PhotoDecoder PhotoMapFile PhotoMarksFile PhotoPlacesFile PickleMachine PickleValues ProjectContents ProjectFile ProjectPacker "
        "ProjectUnpacker PthReader RangeChecker RunBook RunFolder RunPacking TarUnpacker "
        "TrainingConfig TrainingRun ZipReader ZipWriter").split()


def texts(message):
    translation = message.find("translation")
    if translation.get("type") == "unfinished":
        return None
    return translation.text or [form.text for form in translation]


def update(path, *options):
    known = {}
    if path.exists():
        for message in ElementTree.parse(path).getroot().iter("message"):
            if (text := texts(message)) is not None:
                known[message.find("source").text] = text
    sources = [str(file.relative_to(root)) for folder in ("ui", "app", "engine") for file in (root / folder).rglob("*")
               if file.suffix in (".h", ".cpp")]
    lupdate = sys.argv[1] if len(sys.argv) > 1 else "/usr/lib/qt6/bin/lupdate"
    subprocess.run([lupdate, "-silent", "-I", ".", "-no-obsolete", "-locations", "none", *options, *sorted(sources), "-ts", str(path)],
                   cwd=root, check=True, stderr=subprocess.DEVNULL)
    tree = ElementTree.parse(path)
    top = tree.getroot()
    contexts = {context.find("name").text: context for context in top.iter("context")}
    for name in FREE:
        context = contexts.get("flower::" + name)
        if context is None:
            continue
        for message in context.findall("message"):
            if message.find("source").text not in [other.find("source").text for other in contexts["flower"].iter("message")]:
                contexts["flower"].append(message)
        top.remove(context)
    missing = 0
    for message in top.iter("message"):
        translation = message.find("translation")
        text = known.get(message.find("source").text)
        if text is None:
            missing += translation.get("type") == "unfinished"
            continue
        translation.attrib.pop("type", None)
        if isinstance(text, str):
            translation.text = text
        else:
            for form, words in zip(translation, text):
                form.text = words
    ElementTree.indent(tree, "    ")
    words = ElementTree.tostring(top, encoding="unicode")
    path.write_text('<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n' + words + "\n", encoding="utf-8")
    print(f"{path.name}: {missing} texts without a translation")


update(here / "flower_de.ts")
update(here / "flower_en.ts", "-pluralonly")
