# SPDX-License-Identifier: GPL-3.0-or-later
"""parity.py FLOWER_TRAINER_CLI [MODEL PHOTO]

A model of ours in plain PyTorch by load_state_dict, its logits divided by the temperature in the metadata, gives the same probabilities as `flower-trainer-cli predict`, to 1e-4.
Without MODEL it trains a tiny one on the drawn samples. The picture that both see is a 256 x 256 PNG, so that no scaling
stands between them. Exits 77 (skipped) where torch, NumPy or Pillow is missing.
"""
import json, struct, subprocess, sys, tempfile
from pathlib import Path

try:
    import numpy as np
    import torch
    from PIL import Image
    from torch import nn
    from torch.nn import functional as F
except ImportError as missing:
    print("skipped:", missing)
    sys.exit(77)


def read_safetensors(path):
    data = Path(path).read_bytes()
    size = struct.unpack("<Q", data[:8])[0]
    header = json.loads(data[8:8 + size])
    kinds = {"F32": np.float32, "I64": np.int64}
    tensors = {}
    for name, entry in header.items():
        if name != "__metadata__":
            low, high = (8 + size + offset for offset in entry["data_offsets"])
            array = np.frombuffer(data[low:high], kinds[entry["dtype"]]).reshape(entry["shape"])
            tensors[name] = torch.from_numpy(array.copy())
    return tensors, header["__metadata__"]


class Convolution(nn.Conv2d):
    """Pads as TensorFlow's "same" does where `same` is set: at stride 2 nothing before, one after."""
    same = False

    def forward(self, x):
        if self.same and self.stride[0] == 2:
            return F.conv2d(F.pad(x, (0, 1, 0, 1)), self.weight, self.bias, self.stride, 0, 1, self.groups)
        return super().forward(x)


def block(cin, cout, kernel, stride, groups, eps):
    return nn.Sequential(Convolution(cin, cout, kernel, stride, kernel // 2, groups=groups, bias=False),
                         nn.BatchNorm2d(cout, eps), nn.ReLU6())


class Residual(nn.Module):
    def __init__(self, cin, cout, stride, expansion, eps):
        super().__init__()
        hidden = cin * expansion
        layers = [] if expansion == 1 else [block(cin, hidden, 1, 1, 1, eps)]
        layers += [block(hidden, hidden, 3, stride, hidden, eps), nn.Conv2d(hidden, cout, 1, bias=False), nn.BatchNorm2d(cout, eps)]
        self.conv = nn.Sequential(*layers)
        self.adds = stride == 1 and cin == cout

    def forward(self, x):
        return x + self.conv(x) if self.adds else self.conv(x)


class MobileNetV2(nn.Module):
    def __init__(self, width, classes, eps):
        super().__init__()

        def channels(count):
            rounded = max(8, int(count * width + 4) // 8 * 8)
            return rounded + 8 if rounded < 0.9 * count * width else rounded

        previous = channels(32)
        features = [block(3, previous, 3, 2, 1, eps)]
        for expansion, out, repeats, stride in ((1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1),
                                                (6, 160, 3, 2), (6, 320, 1, 1)):
            for index in range(repeats):
                features.append(Residual(previous, channels(out), stride if index == 0 else 1, expansion, eps))
                previous = channels(out)
        last = max(1280, int(1280 * max(1.0, width) + 4) // 8 * 8)
        features.append(block(previous, last, 1, 1, 1, eps))
        self.features = nn.Sequential(*features)
        self.classifier = nn.Sequential(nn.Dropout(0.2), nn.Linear(last, classes))

    def forward(self, x):
        return self.classifier(self.features(x).mean((2, 3)))


def main():
    cli = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        if len(sys.argv) > 3:
            model = sys.argv[2]
            picture = Image.open(sys.argv[3]).convert("RGB").resize((256, 256))
        else:
            subprocess.run([cli, "train", "--data", "samples", "--image-size", "224", "--epochs-head", "1", "--epochs-finetune", "0",
                            "--out", folder + "/run"], check=True, stdout=subprocess.DEVNULL)
            model = folder + "/run/model.safetensors"
            noise = np.random.default_rng(1).integers(0, 256, (16, 16, 3), np.uint8)
            picture = Image.fromarray(noise).resize((256, 256), Image.BICUBIC)
        photo = folder + "/photo.png"
        picture.save(photo)

        tensors, meta = read_safetensors(model)
        names = json.loads(meta["class_names"])
        size = int(meta["input_size"])
        network = MobileNetV2(float(meta["width_multiplier"]), len(names), float(meta["bn_eps"]))
        network.load_state_dict(tensors)
        network.eval()
        for module in network.modules():
            if isinstance(module, Convolution):
                module.same = meta["padding"] == "tensorflow_same"
        assert size == 224, "256 pixels are only right for 224"
        pixels = np.asarray(picture)[16:240, 16:240].astype(np.float32) / 255
        pixels = (pixels - np.array(json.loads(meta["mean"]), np.float32)) / np.array(json.loads(meta["std"]), np.float32)
        with torch.no_grad():
            logits = network(torch.from_numpy(pixels).permute(2, 0, 1)[None].float())
            expected = (logits / float(meta.get("temperature", "1"))).softmax(1)[0]

        answer = subprocess.run([cli, "predict", "--model", model, "--top", str(len(names)), "--json", photo], check=True,
                                capture_output=True, text=True).stdout
        line = [json.loads(text) for text in answer.splitlines() if text.startswith("{")][0]
        ours = {entry["class"]: entry["probability"] for entry in line["top"]}
        worst = max(abs(ours[name] - expected[index].item()) for index, name in enumerate(names))
        print(f"largest difference over {len(names)} classes: {worst:.2e}")
        sys.exit(0 if worst < 1e-4 else 1)


main()
