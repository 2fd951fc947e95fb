# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DROOT=… -P CheckMarkup.cmake: fails where a name of a class or a file could be shown as markup.
cmake_minimum_required(VERSION 3.25)
set(broken "")

# forbid(PATTERN SENTENCE FOLDER [EXCEPT FILES…]): no line below FOLDER may match.
function(forbid pattern sentence folder)
    cmake_parse_arguments(PARSE_ARGV 3 arg "" "" "EXCEPT")
    file(GLOB_RECURSE files RELATIVE ${ROOT} ${ROOT}/${folder}/*.cpp ${ROOT}/${folder}/*.h)
    foreach(file IN LISTS files)
        if(file IN_LIST arg_EXCEPT)
            continue()
        endif()
        file(STRINGS ${ROOT}/${file} lines REGEX "${pattern}")
        list(FILTER lines EXCLUDE REGEX "plainTip\\(|setToolTip\\(tr\\(\"[^\"%]*\"\\)\\)")
        foreach(line IN LISTS lines)
            string(STRIP "${line}" line)
            list(APPEND broken "${file}: ${line} (${sentence})")
        endforeach()
    endforeach()
    set(broken "${broken}" PARENT_SCOPE)
endfunction()

# Qt guesses whether a label's or a tip's text is HTML.
forbid("new QLabel\\([^)]" "makeLabel() makes labels of plain text" ui EXCEPT ui/widgets/Labels.h ui/FirstSteps.cpp)
forbid("toHtmlEscaped" "tool tips go through plainTip()" ui EXCEPT ui/FirstSteps.cpp)
forbid("setToolTip\\([^;]*([pP]ath|[nN]ame[.)s]|title|reason|message|text\\))" "tool tips with names go through plainTip()" ui EXCEPT
    ui/widgets/NavigationRail.cpp)
forbid("Qt::RichText|Qt::AutoText|setHtml\\(|insertHtml|QTextBrowser|QWebEngine" "names are text" ui EXCEPT ui/FirstSteps.cpp)
forbid("QMessageBox::(about|warning|information|critical|question)" "message boxes guess whether their text is HTML" ui EXCEPT ui/MainMenu.cpp)
if(broken)
    list(JOIN broken "\n  " text)
    message(FATAL_ERROR "Text that may be taken for markup:\n  ${text}")
endif()
