# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the seeds of tests/fuzz/corpus: small sound files of each form, and hostile ones. Needs Python's library alone."""

import gzip
import io
import json
import pickle
import pickletools
import shutil
import struct
import tarfile
import zipfile
import zlib
from collections import OrderedDict
from pathlib import Path

here = Path(__file__).parent
data = here.parent / "data"
corpus = here / "corpus"


def put(target, name, content):
    folder = corpus / target
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)


# pickle: the parts of the old form, and what runs something in Python
old = (data / "pth" / "tiny-old.pth").read_bytes()
position = 0
for index in range(5):
    end = position
    for opcode, _, where in pickletools.genops(old[position:]):
        end = where
    put("pickle", f"part{index}", old[position:position + end + 1])
    position += end + 1
with zipfile.ZipFile(data / "pth" / "tiny-protocol4.pth") as archive:
    name = next(entry for entry in archive.namelist() if entry.endswith("data.pkl"))
    put("pickle", "protocol4", archive.read(name))
for protocol in range(6):
    put("pickle", f"values{protocol}", pickle.dumps(OrderedDict(a=[1, 2.5, "ä", None, True], b=((), (1,), 1 << 70)), protocol))
for file in sorted((data / "pickles").glob("*")):
    put("pickle", file.stem, file.read_bytes())

# zip and pth
for name in ("tiny-zip.pth", "tiny-protocol4.pth"):
    put("zip", name, (data / "pth" / name).read_bytes())
    put("pth", name, (data / "pth" / name).read_bytes())
put("pth", "tiny-old.pth", old)


def zipped(entries, method=zipfile.ZIP_STORED):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in entries:
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return buffer.getvalue()


put("zip", "stored", zipped([("a/data.pkl", b"N."), ("a/data/0", b"1234")]))
put("zip", "deflated", zipped([("a/data.pkl", b"N" * 300)], zipfile.ZIP_DEFLATED))
put("zip", "climbs", zipped([("../a", b"1")]))
put("zip", "empty", zipped([]))
# project: a small sound one with everything, one without photos, and what is refused
project = json.dumps({"format": "flower-trainer-project", "version": 1, "name": "meadow", "packed": "2026-05-01T10:00:00Z",
                      "photos": {"count": 2, "kinds": 2, "included": True, "missing": []}, "marks": 1,
                      "runs": [{"folder": "one", "started": "2026-05-01T09:00:00Z", "val_top1": 0.5, "test_top1": 0.75}]}).encode()
photo_list = (b"path,label,split,bytes,sha256\na.jpg,daisy,train,4," + __import__("hashlib").sha256(b"\xff\xd8 1").hexdigest().encode()
              + b"\nrose/b.jpg,rose,test,,\n")
review = b'{"version": 1, "root": "", "photos": [{"path": "a.jpg", "leave_out": true, "given": "daisy"}]}'
run_json = json.dumps({"version": 1, "id": "a", "state": "completed", "dataset": {"path": "../../photos/photos.csv", "classes": ["daisy", "rose"]},
                       "settings": {"version": 1, "weightsPath": "w.pth"}}).encode()
card = b"<!DOCTYPE html>\n<html><head><title>a</title></head><body><p>b</p><a href=\"#c\">d</a></body></html>"
answers = b"path,label,loss,top1,p1\nrose/b.jpg,rose,0.1,rose,0.9\n"
whole = [("photos/a.jpg", b"\xff\xd8 1"), ("photos/rose/b.jpg", b"\xff\xd8 2"), ("runs/one/run.json", run_json),
         ("runs/one/split.csv", b"path,label,split,relative_to\na.jpg,daisy,train,../../photos\n"), ("runs/one/predictions-test.csv", answers),
         ("runs/one/model-card.html", card), ("photos/photos.csv", photo_list), ("review.json", review), ("project.json", project),
         ("README.txt", b"a")]
put("project", "sound", zipped(whole))
put("project", "deflated", zipped(whole, zipfile.ZIP_DEFLATED))
put("project", "list-only", zipped(whole[2:]))
put("project", "smallest", zipped([("photos/photos.csv", b"path,label\n"), ("project.json", project)]))
put("project", "climbs", zipped(whole + [("photos/../../a.jpg", b"1")]))
put("project", "twice", zipped(whole + [("photos/A.JPG", b"1")]))
put("project", "other-photo", zipped([("photos/a.jpg", b"\xff\xd8 3")] + whole[1:]))
put("project", "outside", zipped(whole[:4] + [("runs/one/predictions-test.csv", answers.replace(b"rose/", b"/etc/"))] + whole[5:]))
put("project", "script", zipped(whole[:5] + [("runs/one/model-card.html", card.replace(b"<p>", b"<p onclick='a'>"))] + whole[6:]))
put("project", "bomb", zipped(whole + [("runs/one/epochs.csv", bytes(2 << 20))], zipfile.ZIP_DEFLATED))
link = zipfile.ZipInfo("photos/link.jpg")
link.external_attr = 0o120777 << 16
buffer = io.BytesIO()
with zipfile.ZipFile(buffer, "w") as archive:
    archive.writestr(link, "/etc")
    archive.writestr("project.json", project)
put("project", "link", buffer.getvalue())
put("pth", "code", zipped([("a/data.pkl", b"\x80\x02c__torch__\nNet\n)\x81."), ("a/code/__torch__.py", b"class Net: pass")]))

# safetensors
def safetensors(header, content=b""):
    text = json.dumps(header).encode()
    return struct.pack("<Q", len(text)) + text + content


metadata = {"format_version": "1", "input_size": "224", "mean": "[0.5,0.5,0.5]", "std": "[0.2,0.2,0.2]", "bn_eps": "1e-5",
            "padding": "tensorflow_same", "class_names": '["daisy","<b>rose</b>"]', "temperature": "1.5", "val_top1": "0.9",
            "not_sure_threshold": "0.5", "none_of_these_threshold": "0.2", "out_of_set_score": "centred_cosine",
            "feature_mean": "AAAAAAAAgD8=", "trained_at": "2024-05-01T10:00:00Z", "test_time_flip": "true"}
tensor = {"dtype": "F32", "shape": [2, 1], "data_offsets": [0, 8]}
put("safetensors", "two", safetensors({"__metadata__": metadata, "a": tensor,
                                       "b": {"dtype": "I64", "shape": [], "data_offsets": [8, 16]}}, bytes(16)))
put("safetensors", "empty", safetensors({"a": {"dtype": "F16", "shape": [0, 3], "data_offsets": [0, 0]}}))
put("safetensors", "overlap", safetensors({"a": tensor, "b": tensor}, bytes(8)))
put("safetensors", "huge", safetensors({"a": {"dtype": "BF16", "shape": [1 << 40, 1 << 40], "data_offsets": [0, 8]}}, bytes(8)))
put("safetensors", "deep", struct.pack("<Q", 2000) + b"[" * 2000)

# exif and picture
for name in ("exif2.jpg", "exif8.jpg", "grey.jpg", "cmyk.jpg", "truncated.jpg", "bomb.jpg", "bomb.png", "plain.png",
             "alpha.png", "deep.png", "palette.png", "alpha.webp", "photo.webp", "photo.bmp", "photo.tiff"):
    put("picture", name, (data / "photos" / name).read_bytes())


def tiff(entries, order="<"):
    """A TIFF block: a directory, its EXIF and its GPS directory."""
    magic = b"II*\0" if order == "<" else b"MM\0*"
    block = bytearray(magic + struct.pack(order + "I", 8))
    rest = bytearray()
    offset = 8 + sum(2 + 12 * len(directory) + 4 for directory in entries)
    places = []
    at = 8
    for directory in entries:
        places.append(at)
        at += 2 + 12 * len(directory) + 4
    for directory in entries:
        block += struct.pack(order + "H", len(directory))
        for tag, kind, value in directory:
            if kind == "sub":
                block += struct.pack(order + "HHII", tag, 4, 1, places[value])
            elif kind == "short":
                block += struct.pack(order + "HHIHH", tag, 3, 1, value, 0)
            else:
                if kind == "text":
                    content, count, number = value + b"\0", len(value) + 1, 2
                else:
                    content, count, number = b"".join(struct.pack(order + "II", *pair) for pair in value), len(value), 5
                if len(content) <= 4:
                    block += struct.pack(order + "HHI", tag, number, count) + content.ljust(4, b"\0")
                else:
                    block += struct.pack(order + "HHII", tag, number, count, offset + len(rest))
                    rest += content
        block += struct.pack(order + "I", 0)
    return bytes(block + rest)


for order, name in (("<", "little"), (">", "big")):
    block = tiff([[(0x0112, "short", 6), (0x8769, "sub", 1), (0x8825, "sub", 2)],
                  [(0x9003, "text", b"2024:05:01 10:11:12"), (0x9011, "text", b"+02:00")],
                  [(1, "text", b"N"), (2, "rational", [(48, 1), (30, 1), (0, 1)]), (3, "text", b"W"),
                   (4, "rational", [(11, 1), (0, 1), (1, 2)])]], order)
    put("exif", name + ".tiff", block)
    segment = b"Exif\0\0" + block
    put("exif", name + ".jpg", b"\xff\xd8\xff\xe0\x00\x04ab\xff\xff\xe1" + struct.pack(">H", len(segment) + 2) + segment + b"\xff\xda")
put("exif", "exif8.jpg", (data / "photos" / "exif8.jpg").read_bytes())

# csv
put("csv", "three", "path,label,split\na.jpg,daisy,train\n\"b, c.jpg\",\"the \"\"king\"\"\",val\nd.jpg,rose,test\n")
put("csv", "bom", b"\xef\xbb\xbfPath,Label\r\na.jpg,daisy\r\n,\r\nb.jpg,\r\n")
put("csv", "formulas", "path,label\n=cmd|' /C calc'!A0,'=1+2\n@SUM(A1),-1.5\n//computer/folder/a.jpg,daisy\n\\\\\\\\computer\\\\a.jpg,rose\n")
put("csv", "odd", "label,path,split\n\"a\nb\",c.jpg,nowhere\n\"open,d.jpg,train\n")

# a run's files
run = {"version": 1, "id": "a", "started": "2024-05-01T10:00:00Z", "state": "finished",
       "dataset": {"name": "five", "path": "/photos", "classes": ["daisy", "rose"], "photos": 10, "train": 6, "val": 2, "test": 2},
       "network": {"width": 1.0, "parameters": 2230277, "multiply_adds": 300774272}, "settings": {"version": 1, "seed": 7},
       "environment": {"threads": 2, "device": "CPU"},
       "results": {"epochs": 1, "best_epoch": 1, "best_val_top1": 0.5, "seconds": 3.5, "calibration": {"temperature": 1.5},
                   "val": {"photos": 2, "top1": 0.5, "top5_interval": [0.1, 0.9]}, "test": None}}
epochs = ("epoch,phase,train_loss,train_top1,val_loss,val_top1,val_top5,learning_rate,seconds,images_per_second,best\n"
          "1,head,0.5,0.7,0.6,0.5,1,0.001,1.5,20,1\n2,finetune,nan,inf,-1,1e309,1,0.001,1.5,20,0\n")
photos = ("path,label,loss,top1,p1,top2,p2,top3,p3,top4,p4,top5,p5,p1_before\n"
          "/a.jpg,daisy,0.1,daisy,0.9,rose,0.1,,,,,,,0.95\n\"/b,\"\"c.jpg\",rose,2,daisy,0.8,rose,0.2,,,,,,,\n")
put("run", "sound", json.dumps(run) + "\n----\n" + epochs + "\n----\n" + photos)
split = ("path,label,split,relative_to,bytes,sha256\ndaisy/1.jpg,daisy,train,../../photos,1024," + "0f" * 32
         + "\n//computer/share/2.jpg,rose,val,//computer,,\n")
put("run", "split", json.dumps(run) + "\n----\n" + epochs + "\n----\n" + photos + "\n----\n" + split)
put("run", "numbers", json.dumps(run).replace("2230277", "1e300").replace("300774272", "-5.5") + "\n----\n" + epochs)
put("run", "deep", '{"version":1,"id":"a","settings":' + '{"a":' * 1500 + "1" + "}" * 1500 + "}")

# where an interrupted run stands
epoch = {"phase": "head", "epoch": 1, "train_loss": "0.5", "train_top1": "0.7", "val_loss": "inf", "val_top1": "0.5", "val_top5": "1",
         "learning_rate": "0.001", "seconds": "1.5", "images_per_second": "20", "best": True}
state = {"version": 1, "phase": "finetune", "phase_is_over": False, "batch": 7,
         "sums": {"loss": "12.25", "right": 3, "photos": 224, "learning_rate": "0.0001", "seconds": "0.75"}, "seconds": "60.5",
         "usable_photos": 1360, "best_epoch": 1, "averaged_steps": 0, "average_is_in_use": False,
         "epochs": [epoch, epoch | {"phase": "finetune", "epoch": 2, "best": False}]}
put("state", "sound", json.dumps(state))
put("state", "beginning", json.dumps(state | {"phase": "head", "batch": 0, "epochs": [], "best_epoch": 0}))
put("state", "impossible", json.dumps(state | {"batch": -1, "best_epoch": 3, "averaged_steps": -2147483648}))
put("state", "numbers", json.dumps(state | {"sums": {"right": 1e300, "photos": -5}, "batch": 2.5, "seconds": "nan"}))


# what scans of photos saw, as QDataStream writes it
def scan(contents, paths, version=1):
    block = struct.pack(">III", 0x46544443, version, len(contents))
    for content, (width, height, orientation, day) in contents:
        block += content * 32 + struct.pack(">iiBBQQQi", width, height, orientation, 0, 0x0123456789ABCDEF, 2, 3, day)
        block += bytes(range(256)) + bytes(256) + bytes(128)
    block += struct.pack(">I", len(paths))
    for path, size, changed, content in paths:
        block += struct.pack(">I", len(path)) + path + struct.pack(">qqi", size, changed, content)
    return block + struct.pack(">I", 0x454E4421)


put("scan", "sound", scan([(b"a", (500, 375, 1, 2461000)), (b"b", (375, 500, 6, 2461001))],
                          [(b"/photos/a.jpg", 80000, 1700000000000, 0), ("/photos/ä.jpg".encode(), 90000, 1700000000001, 1)]))
put("scan", "empty", scan([], []))
put("scan", "newer", scan([], [], 2))
put("scan", "claims", scan([], [])[:8] + struct.pack(">I", 200000))
put("scan", "long-path", scan([], [])[:12] + struct.pack(">II", 1, 0x7FFFFFFF) + b"abc")
put("scan", "twice", scan([(b"a", (500, 375, 1, 1)), (b"a", (500, 375, 1, 1))], []))
put("scan", "numbers", scan([(b"a", (2147483647, 1, 8, -2147483648))], [(b"/a", -1, -1, 0)]))

# what a network made of photos, and what comparing them found
def traits(entries, channels=4, weights=b"w" * 32, count=None):
    block = struct.pack(">II", 0x46544654, 1) + weights + struct.pack(">II", channels, len(entries) if count is None else count)
    for sha, day, _ in entries:
        block += sha * 32 + struct.pack(">i", day)
    for _, _, length in entries:
        block += struct.pack(">f", length) + bytes(range(256)) * 4 + b"\xff\x10\x00\x01"[:channels]
    return block


put("traits", "sound", traits([(b"a", 2461000, (255 ** 2 + 16 ** 2 + 1) ** 0.5), (b"b", 2461001, 12.0)]))
put("traits", "numbers", traits([(b"a", 0, float("nan")), (b"a", 2147483647, float("inf"))]))
put("traits", "claims", traits([], 8192, count=60000))
put("traits", "no-photos", traits([]))
likeness = struct.pack(">III", 0x46544B4C, 1, 1) + b"k" * 32
put("traits", "likeness", likeness + struct.pack(">IiiB", 1, 0, 5, 1) + struct.pack(">Iii", 1, 3, -1) + struct.pack(">I", 0x454E4421))
put("traits", "likeness-outside", likeness + struct.pack(">IiiB", 1, -5, 1 << 30, 0) + struct.pack(">II", 0, 0x454E4421))
put("traits", "likeness-claims", likeness + struct.pack(">I", 0xFFFFFFFF))

# small JSON files
put("json", "settings", json.dumps({"version": 1, "seed": "18446744073709551615", "imageSize": 224, "head": {"epochs": 5}}))
put("json", "marks", json.dumps({"version": 1, "root": "/photos", "photos": [{"path": "a.jpg", "leave_out": True},
                                 {"path": "b.jpg", "relabel": "rose", "given": "daisy"}]}))
# the SHA-256 of three empty paths, each with a line's end
put("json", "map", json.dumps({"version": 1, "model_sha256": "", "seed": "1", "steps": 5, "unreadable": 0, "left_out": 1,
                               "photos_sha256": __import__("hashlib").sha256(b"\n\n\n").hexdigest(),
                               "places": [[0, 1.5, -2], [2, 0, 0]]}))
put("json", "places", json.dumps({"version": 1, "folders": [{"from": "/photos", "to": "/archive"}],
                                   "photos": [{"from": "/photos/a/1.jpg", "to": "/archive/b.jpg"}]}))
put("json", "part", json.dumps({"version": 1, "url": "https://example.org/file", "etag": "\"a\"", "lastModified": ""}))
put("json", "part-lines", json.dumps({"version": 1, "url": "https://example.org/file", "etag": "\"a\"\r\nHost: b"}))


# mat: MATLAB 5, a row of numbers
def mat(kind, code, numbers, order="<", compress=False, name=b"labels", shape=None):
    def element(number, content):
        return struct.pack(order + "II", number, len(content)) + content + bytes(-len(content) % 8)
    content = struct.pack(order + f"{len(numbers)}{code}", *numbers)
    classes = {"double": (6, 9), "uint8": (9, 2), "uint16": (11, 4), "int32": (12, 5)}
    class_number, type_number = classes[kind]
    rows, columns = shape or (1, len(numbers))
    matrix = (element(6, struct.pack(order + "II", class_number, 0)) + element(5, struct.pack(order + "ii", rows, columns))
              + element(1, name) + element(type_number, content))
    body = element(14, matrix)
    if compress:
        packed = zlib.compress(body)
        body = struct.pack(order + "II", 15, len(packed)) + packed
    header = b"MATLAB 5.0 MAT-file".ljust(124) + (b"\x00\x01IM" if order == "<" else b"\x01\x00MI")
    return header + body


put("mat", "double", mat("double", "d", [1, 2, 3, float("nan"), 1e300]))
put("mat", "uint8", mat("uint8", "B", [1, 2, 102]))
put("mat", "uint8-compressed", mat("uint8", "B", [1, 2, 102] * 30, compress=True))
put("mat", "uint16-big", mat("uint16", "H", [1, 2, 300], ">"))
put("mat", "int32", mat("int32", "i", [1, -2, 3]))
put("mat", "claims-more", mat("uint8", "B", [1, 2, 3], shape=(65536, 65536)))
put("mat", "other-name", mat("uint8", "B", [1, 2, 3], name=b"others"))
put("mat", "hdf5", b"MATLAB 7.3 MAT-file".ljust(124) + b"\x00\x02IM" + b"\x89HDF\r\n\x1a\n" + bytes(64))


# tar
def tar(members, compress=True, form=tarfile.PAX_FORMAT):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=form) as archive:
        for name, kind, content in members:
            info = tarfile.TarInfo(name)
            info.type = kind
            if kind in (tarfile.SYMTYPE, tarfile.LNKTYPE):
                info.linkname = content
                archive.addfile(info)
            else:
                info.size = len(content)
                archive.addfile(info, io.BytesIO(content))
    plain = buffer.getvalue().rstrip(b"\0") + bytes(1024)
    plain += bytes(-len(plain) % 512)
    return gzip.compress(plain, mtime=0) if compress else plain


photo = ("jpg/image_00001.jpg", tarfile.REGTYPE, b"\xff\xd8 one")
put("tar", "sound.tgz", tar([("jpg", tarfile.DIRTYPE, b""), photo]))
put("tar", "plain.tar", tar([photo, ("./jpg/image_00002.jpg", tarfile.REGTYPE, b"two")], False))
put("tar", "gnu.tar", tar([("a" * 120 + "/b.jpg", tarfile.REGTYPE, b"two")], False, tarfile.GNU_FORMAT))
put("tar", "pax.tar", tar([("ä" * 80 + "/b.jpg", tarfile.REGTYPE, b"two")], False))
put("tar", "climbs.tar", tar([("../outside.jpg", tarfile.REGTYPE, b"x")], False))
put("tar", "absolute.tar", tar([("/tmp/outside.jpg", tarfile.REGTYPE, b"x")], False))
put("tar", "link.tar", tar([("jpg", tarfile.SYMTYPE, "/etc"), ("jpg/a", tarfile.REGTYPE, b"x")], False))
put("tar", "hardlink.tar", tar([photo, ("b.jpg", tarfile.LNKTYPE, "jpg/image_00001.jpg")], False))
put("tar", "device.tar", tar([("jpg/a", tarfile.CHRTYPE, b"")], False))
put("tar", "bomb.tgz", tar([("jpg/a", tarfile.REGTYPE, bytes(3 << 20))]))
