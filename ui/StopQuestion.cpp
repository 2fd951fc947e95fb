// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/StopQuestion.h"

#include <QMessageBox>
#include <QPushButton>

namespace flower {

bool asksToStop(QWidget *parent, const StopQuestion &question)
{
    QMessageBox box(QMessageBox::Question, question.title, question.text, QMessageBox::NoButton, parent);
    box.setObjectName(question.objectName);
    const QPushButton *stop = box.addButton(question.stop, QMessageBox::AcceptRole);
    box.setDefaultButton(box.addButton(question.stay, QMessageBox::RejectRole));
    box.exec();
    return box.clickedButton() == stop;
}

} // namespace flower
