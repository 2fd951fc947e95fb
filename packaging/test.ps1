# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds with warnings as errors, runs all tests, and ends with ctest's summary.
. "$PSScriptRoot/common.ps1"
Invoke-Build 'dev' 'ON'
Say 'Testing'
ctest --preset dev
exit $LASTEXITCODE
