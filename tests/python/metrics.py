# SPDX-License-Identifier: GPL-3.0-or-later
"""metrics.py FLOWER_TRAINER_CLI [MODEL DATA UNKNOWN_DIR [SUBSET]]

The numbers of `flower-trainer-cli evaluate` are those of scikit-learn: top-1, confusion, precision, recall, F1, mean per class,
expected calibration error, coverage at 95 % precision, and AUROC of unknown photos, reckoned anew from its per-photo CSV.
Without MODEL it trains a tiny one on the drawn samples, which then has to be calibrated: a temperature and both thresholds.
Exits 77 (skipped) where scikit-learn or NumPy is missing.
"""
import csv, json, subprocess, sys, tempfile
from pathlib import Path

try:
    import numpy as np
    from sklearn import metrics
except ImportError as missing:
    print("skipped:", missing)
    sys.exit(77)

BINS = 15
differences = []


def compare(name, ours, theirs, tolerance=1e-6):
    worst = float(np.max(np.abs(np.asarray(ours, float) - np.asarray(theirs, float))))
    print(f"{name}: largest difference {worst:.1e}")
    if not worst <= tolerance:
        differences.append(name)


def calibration_error(confidence, right):
    bins = np.clip(np.ceil(confidence * BINS).astype(int) - 1, 0, BINS - 1)
    return sum((bins == place).mean() * abs(right[bins == place].mean() - confidence[bins == place].mean())
               for place in range(BINS) if (bins == place).any())


def coverage(confidence, right, precision):
    """The largest recall of "answered" whose precision suffices, over all thresholds that occur."""
    return max([(confidence >= threshold).mean() for threshold in np.unique(confidence)
                if right[confidence >= threshold].mean() >= precision], default=0.0)


def main():
    cli = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        if len(sys.argv) > 4:
            model, data, unknown = sys.argv[2:5]
            subset = sys.argv[5] if len(sys.argv) > 5 else "test"
        else:
            subprocess.run([cli, "train", "--data", "samples", "--image-size", "64", "--epochs-head", "1", "--epochs-finetune", "2",
                            "--out", folder + "/run"], check=True, stdout=subprocess.DEVNULL)
            model, data, subset = folder + "/run/model.safetensors", "samples", "val"
            unknown = str(Path(__file__).parent.parent / "data" / "photos")
        table = folder + "/photos.csv"
        output = subprocess.run([cli, "evaluate", "--model", model, "--data", data, "--subset", subset, "--unknown", unknown,
                                 "--per-photo", table, "--json"], check=True, capture_output=True, text=True, encoding="utf-8").stdout
        lines = [json.loads(line) for line in output.splitlines() if line.startswith("{")]
        with open(table, encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))

    ours = lines[-1]
    confusion = next(line for line in lines if line.get("event") == "confusion")
    report = [line for line in lines if line.get("event") == "class"]
    known = [row for row in rows if row["subset"] != "unknown"]
    others = [row for row in rows if row["subset"] == "unknown"]
    assert len(known) == ours["photos"] and len(others) == ours["unknown_photos"] and known and others
    names = confusion["classes"]
    labels = [row["label"] for row in known]
    answers = [row["answer"] for row in known]
    right = np.array([label == answer for label, answer in zip(labels, answers)])
    confidence = np.array([float(row["probability"]) for row in known])

    compare("right", [int(row["right"]) for row in known], right)
    compare("top-1", ours["top1"], metrics.accuracy_score(labels, answers))
    compare("confusion", confusion["counts"], metrics.confusion_matrix(labels, answers, labels=names))
    precision, recall, f1, support = metrics.precision_recall_fscore_support(labels, answers, labels=names, zero_division=0)
    assert [line["class"] for line in report] == names
    for name, theirs in ("precision", precision), ("recall", recall), ("f1", f1), ("support", support):
        compare(name, [line[name] for line in report], theirs)
    compare("mean per class", ours["mean_per_class"], recall[support > 0].mean())
    compare("calibration error", ours["ece"], calibration_error(confidence, right))
    compare("calibration error before", ours["ece_before"],
            calibration_error(np.array([float(row["uncalibrated_probability"]) for row in known]), right))
    compare("coverage at 95 % precision", ours["coverage_at_95_precision"], coverage(confidence, right, 0.95))
    scores = [float(row["out_of_set_score"]) for row in known + others]
    compare("AUROC of unknown photos", ours["auroc_unknown"],
            metrics.roc_auc_score([0] * len(known) + [1] * len(others), scores))
    if len(sys.argv) <= 4:
        differences.extend(name + " is missing" for name in ("not_sure_threshold", "none_of_these_threshold") if name not in ours)
        if ours["temperature"] == 1:
            differences.append("no temperature was fitted")
    print("different:", ", ".join(differences) if differences else "nothing")
    sys.exit(1 if differences else 0)


main()
