# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the pickles of tests/data/pickles, each of which would run something if Python loaded it. The names say which global
an error has to name: GLOBAL--HOW-protocolN.pickle. Needs Python's library alone; loads none of them."""

import builtins
import importlib
import os
import pickle
from pathlib import Path

folder = Path(__file__).parent / "pickles"
folder.mkdir(exist_ok=True)
for old in folder.glob("*.pickle"):
    old.unlink()


class Calls:
    """Pickled as the call of a function: what malicious pickles are made of."""

    def __init__(self, function, *arguments):
        self.function = function
        self.arguments = arguments

    def __reduce__(self):
        return self.function, self.arguments


def put(name, how, content, protocol=None):
    ending = "" if protocol is None else f"-protocol{protocol}"
    (folder / f"{name}--{how}{ending}.pickle").write_bytes(content)


system = f"{os.system.__module__}.system"  # posix on Linux, nt on Windows
for protocol in range(6):
    call = Calls(os.system, "echo owned")
    put(system, "reduce", pickle.dumps(call, protocol), protocol)
    module = "__builtin__" if protocol < 3 else "builtins"  # as Python 2 called it
    put(f"{module}.eval", "reduce", pickle.dumps(Calls(builtins.eval, "1+1"), protocol), protocol)
    put(f"{module}.exec", "in-a-state-dict", pickle.dumps({"weight": Calls(builtins.exec, "import os")}, protocol), protocol)
    # A call whose argument is a call, and so on.
    nested = Calls(os.system, Calls(builtins.str, Calls(builtins.chr, 120)))
    put(system, "nested", pickle.dumps(nested, protocol), protocol)
    put("importlib.import_module", "reduce", pickle.dumps(Calls(importlib.import_module, "os"), protocol), protocol)

# The same by hand: every way to name a function.
put("os.system", "global", b"cos\nsystem\n(S'true'\ntR.")
put("os.system", "inst", b"(S'true'\nios\nsystem\n.")
put("os.system", "obj", b"(cos\nsystem\nS'true'\no.")
put("os.system", "newobj", b"\x80\x02cos\nsystem\nU\x04true\x85\x81.")
put("os.system", "newobj-ex", b"\x80\x04\x8c\x02os\x8c\x06system\x93\x8c\x04true\x85}\x92.")
put("os.system", "stack-global", b"\x80\x04\x8c\x02os\x8c\x06system\x93\x8c\x04true\x85R.")
put("os.system", "binunicode8", b"\x80\x04\x8d\x02" + bytes(7) + b"os\x8d\x06" + bytes(7) + b"system\x93\x8c\x04true\x85R.")
put("os.system", "unicode-line", b"Vos\nVsystem\n\x93(S'true'\ntR.")
put("os.system", "memo", b"\x80\x04\x8c\x06system\x94\x8c\x02os\x94h\x01h\x00\x93\x8c\x04true\x85R.")
put("os.system", "memo-put-in-lines", b"Vsystem\np5\n0Vos\np6\n0g6\ng5\n\x93(S'true'\ntR.")
put("os.system", "memo-overwritten", b"\x80\x02U\x04jsonq\x00U\x02osq\x00U\x06systemq\x01h\x00h\x01\x93U\x04true\x85R.")
put("os.system", "popped", b"\x80\x02NNN0U\x02osU\x06system\x93U\x04true\x85R.")
put("os.system", "behind-harmless", b"\x80\x02ccollections\nOrderedDict\n)R0cos\nsystem\nU\x04true\x85R.")
put("os.system", "build", b"\x80\x02ccollections\nOrderedDict\n)R}U\x0c__setstate__cos\nsystem\nsbU\x04trueb.")
put("os.system", "as-a-key", b"\x80\x02}cos\nsystem\nNs.")
put("os.system", "as-a-storage", b"\x80\x02(U\x07storagecos\nsystem\nU\x010U\x03cpuK\x01tQ.")
put("os.system", "behind-stop", b"\x80\x02cos\nsystem\nN..")
put("os.system", "dup", b"N2cos\nsystem\n(S'true'\ntR.")
put("os.system", "frames", b"\x80\x04\x95\x02" + bytes(7) + b"NN\x95\x20" + bytes(7) + b"\x8c\x02os\x8c\x06system\x93\x8c\x04true\x85R.".ljust(32, b"."))
put("builtins.getattr", "attribute", b"\x80\x02cbuiltins\ngetattr\nccollections\nOrderedDict\nU\x08__init__\x86R.")
put("torch._utils._rebuild_tensor_v2.__globals__", "dotted", b"\x80\x04\x8c\x0ctorch._utils\x8c\x1e_rebuild_tensor_v2.__globals__\x93.")
put("pickle.loads", "within", b"\x80\x02cpickle\nloads\nC\x13cos\nsystem\n(S'a'\ntR.\x85R.")
put("torch.storage._load_from_bytes", "within", b"\x80\x02ctorch.storage\n_load_from_bytes\nU\x02N.\x85R.")
put("torch.hub.load", "network", b"\x80\x02ctorch.hub\nload\nU\x01aU\x01b\x86R.")
put("subprocess.Popen", "reduce", b"\x80\x02csubprocess\nPopen\nU\x02id\x85R.")
put("webbrowser.open", "network", b"\x80\x02cwebbrowser\nopen\nU\x01a\x85R.")
put("runpy.run_path", "reduce", b"\x80\x02crunpy\nrun_path\nU\x01a\x85R.")
put("copyreg._reconstructor", "object", b"ccopy_reg\n_reconstructor\n(cos\nsystem\ncos\nsystem\nNtR.".replace(b"copy_reg", b"copyreg"))
put("__main__.Network", "a-whole-network", b"\x80\x02c__main__\nNetwork\n)\x81}b.")
print(len(list(folder.glob("*.pickle"))), "pickles")
