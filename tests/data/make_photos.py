# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the small pictures in tests/data/photos (needs Pillow): 32 x 24, the left half red, the right half blue."""
import struct, sys, zlib
from pathlib import Path
from PIL import Image

out = Path(__file__).parent / "photos"
out.mkdir(exist_ok=True)
picture = Image.new("RGB", (32, 24), (200, 0, 0))
picture.paste((0, 0, 200), (16, 0, 32, 24))

picture.save(out / "plain.png")
picture.save(out / "UPPER.JPG", "JPEG", quality=95, subsampling=0)
for orientation in range(2, 9):
    exif = Image.Exif()
    exif[0x0112] = orientation
    picture.save(out / f"exif{orientation}.jpg", quality=95, subsampling=0, exif=exif)
# Large enough to be decoded at half its size; no two of the eight orientations look alike.
slope = Image.merge("RGB", [Image.linear_gradient("L").resize((320, 240)), Image.linear_gradient("L").rotate(90).resize((320, 240)),
                            Image.new("L", (320, 240), 60)])
slope.paste((240, 240, 240), (20, 20, 120, 60))
for orientation in range(1, 9):
    exif = Image.Exif()
    exif[0x0112] = orientation
    slope.save(out / f"turned{orientation}.jpg", quality=85, exif=exif)
slope.save(out / "progressive.jpg", quality=85, progressive=True)
picture.convert("L").save(out / "grey.jpg", quality=95)
picture.convert("CMYK").save(out / "cmyk.jpg", quality=95, subsampling=0)
picture.save(out / "photo.webp", lossless=True)
picture.save(out / "photo.tiff")
picture.save(out / "photo.bmp")
picture.save(out / "Blüte mit Raum.png")
picture.quantize(16).save(out / "palette.png")

clear = picture.convert("RGBA")
clear.paste((0, 0, 0, 0), (0, 0, 16, 24))
clear.save(out / "alpha.png")
clear.save(out / "alpha.webp", lossless=True)


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width, height, depth, colour, rows):
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


row = b"\0" + struct.pack(">3H", 200 * 257, 0, 0) * 16 + struct.pack(">3H", 0, 0, 200 * 257) * 16
(out / "deep.png").write_bytes(png(32, 24, 16, 2, row * 24))
(out / "bomb.png").write_bytes(png(50000, 50000, 8, 2, b"\0" * 1000))
(out / "truncated.jpg").write_bytes((out / "UPPER.JPG").read_bytes()[:400])
start = (out / "UPPER.JPG").read_bytes()
size = start.index(b"\xff\xc0") + 5
(out / "bomb.jpg").write_bytes(start[:size] + struct.pack(">HH", 65500, 65500) + start[size + 4:])
(out / "text.jpg").write_text("This is not a photo.\n")
(out / "empty.jpg").write_bytes(b"")
