# SPDX-License-Identifier: GPL-3.0-or-later
"""MobileNet-V2 (Sandler et al. 2018) in plain PyTorch with torchvision's tensor names, and a reader of safetensors files, for what compares
Flower Trainer with PyTorch."""
import json, struct
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F


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

    def pooled(self, x):
        return self.features(x).mean((2, 3))

    def forward(self, x):
        return self.classifier(self.pooled(x))

    def pad_as(self, padding):
        """`padding`: as in the metadata of a weights file."""
        for module in self.modules():
            if isinstance(module, Convolution):
                module.same = padding == "tensorflow_same"
