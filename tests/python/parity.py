# SPDX-License-Identifier: GPL-3.0-or-later
"""parity.py FLOWER_TRAINER_CLI [MODEL PHOTO]

A model of ours in plain PyTorch by load_state_dict, its logits divided by the temperature in the metadata, gives the same probabilities as `flower-trainer-cli predict`, to 1e-4.
Without MODEL it trains a tiny one on the drawn samples. The picture that both see is a 256 x 256 PNG, so that no scaling
stands between them. Exits 77 (skipped) where torch, NumPy or Pillow is missing.
"""
import json, subprocess, sys, tempfile

try:
    import numpy as np
    import torch
    from PIL import Image

    from mobilenet_v2 import MobileNetV2, read_safetensors
except ImportError as missing:
    print("skipped:", missing)
    sys.exit(77)


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
        network.pad_as(meta["padding"])
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
