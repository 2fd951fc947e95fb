// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace flower {

/// Whether a state dict of PyTorch names this function or class, such as “torch.FloatStorage”.
bool isStateDictGlobal(const QByteArray &name);
/// Those of them whose call a state dict describes.
bool isStateDictFunction(const QByteArray &name);

/// The first function or class that a pickle asks for and a state dict doesn't: for the message about a pickle that is
/// refused. Goes through all opcodes of protocols 0 to 5 by their lengths alone, builds nothing, and guesses where names come
/// from a stack; empty where it finds none.
QByteArray firstForeignGlobal(QByteArrayView pickle);

} // namespace flower
