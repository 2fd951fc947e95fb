// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// Internal to flower_ml.

namespace flower::pickle {

/// The opcodes that a state dict uses, with Python's bytes.
enum Opcode : quint8 {
    Mark = '(', Stop = '.', BinFloat = 'G', BinInt = 'J', BinInt1 = 'K', BinInt2 = 'M', None = 'N', BinPersId = 'Q',
    Reduce = 'R', BinString = 'T', ShortBinString = 'U', BinUnicode = 'X', Append = 'a', Build = 'b', GlobalName = 'c',
    Appends = 'e', BinGet = 'h', LongBinGet = 'j', BinPut = 'q', LongBinPut = 'r', SetItem = 's', TupleOfMark = 't',
    SetItems = 'u', EmptyDict = '}', EmptyList = ']', EmptyTuple = ')', Proto = 0x80, Tuple1 = 0x85, Tuple2 = 0x86,
    Tuple3 = 0x87, NewTrue = 0x88, NewFalse = 0x89, Long1 = 0x8a, ShortBinUnicode = 0x8c, StackGlobal = 0x93,
    Memoize = 0x94, Frame = 0x95,
};

/// Python's name of any opcode up to protocol 5, such as REDUCE, else its number; for messages.
QString opcodeName(quint8 opcode);

} // namespace flower::pickle
