# SPDX-License-Identifier: GPL-3.0-or-later
# Finds LibTorch: a given Torch_DIR or CMAKE_PREFIX_PATH first, then the folder that packaging/libtorch.sh fills.
# Its warnings are not ours: the headers are taken as system headers.

option(FLOWER_CUDA "Use a LibTorch built for CUDA (give Torch_DIR)" OFF)

if(NOT Torch_DIR AND NOT FLOWER_CUDA)
    if(DEFINED ENV{XDG_CACHE_HOME})
        set(flower_cache "$ENV{XDG_CACHE_HOME}")
    else()
        set(flower_cache "$ENV{HOME}/.cache")
    endif()
    set(flower_torch "${flower_cache}/flower-trainer/libtorch-2.13.0-cpu/share/cmake/Torch")
    if(EXISTS "${flower_torch}/TorchConfig.cmake")
        set(Torch_DIR "${flower_torch}" CACHE PATH "Folder of TorchConfig.cmake")
    endif()
endif()

find_package(Torch QUIET)
if(NOT Torch_FOUND)
    message(FATAL_ERROR "LibTorch was not found. Run packaging/libtorch.sh, which fetches it, or give -DTorch_DIR=….")
endif()
add_library(flower_torch INTERFACE)
target_include_directories(flower_torch SYSTEM INTERFACE ${TORCH_INCLUDE_DIRS})
target_link_libraries(flower_torch INTERFACE ${TORCH_LIBRARIES})
# at::parallel_for runs in one thread where its header is compiled without OpenMP.
find_package(OpenMP)
if(OpenMP_CXX_FOUND)
    target_link_libraries(flower_torch INTERFACE OpenMP::OpenMP_CXX)
endif()
