# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds a release and opens the window.
. "$PSScriptRoot/common.ps1"
Invoke-Build 'release' 'OFF'
Say 'Opening the window'
& "$root/build/release/flower-trainer.exe" @args
