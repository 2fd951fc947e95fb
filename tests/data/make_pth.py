# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the small state dicts of tests/data/pth. Needs torch: python3 tests/data/make_pth.py"""

from collections import OrderedDict
from pathlib import Path

import torch

folder = Path(__file__).parent / "pth"
base = torch.arange(10, dtype=torch.float32) / 4

state = OrderedDict()
state["conv.weight"] = torch.arange(6, dtype=torch.float32).reshape(2, 3, 1, 1) / 8
state["transposed"] = torch.arange(6, dtype=torch.float32).reshape(2, 3).t()
state["base"] = base
state["every.second"] = base[3:9:2]
state["parameter"] = torch.nn.Parameter(torch.tensor([1.5, -2.5]))
state["half"] = torch.tensor([0.5, -2.0], dtype=torch.float16)
state["bfloat16"] = torch.tensor([1.5, -3.0], dtype=torch.bfloat16)
state["double"] = torch.tensor([0.1, 1e-3], dtype=torch.float64)
state["bn.num_batches_tracked"] = torch.tensor(7)
state["int32"] = torch.tensor([-5, 6], dtype=torch.int32)
state["uint8"] = torch.tensor([200], dtype=torch.uint8)
state["bool"] = torch.tensor([True, False])
state["empty"] = torch.zeros(0, 3)
state["Blüte"] = torch.tensor([4.0])
state._metadata = OrderedDict([("", {"version": 1, "eps": 1e-5, "large": 1 << 40, "note": None})])

folder.mkdir(exist_ok=True)
torch.save(state, folder / "tiny-old.pth", _use_new_zipfile_serialization=False)
torch.save(state, folder / "tiny-zip.pth")
torch.save(dict(state), folder / "tiny-protocol4.pth", pickle_protocol=4)
