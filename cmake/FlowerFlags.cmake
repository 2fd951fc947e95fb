# SPDX-License-Identifier: GPL-3.0-or-later
# The project's compile flags, as a target: linked PRIVATE by each module, never set globally.

add_library(flower_flags INTERFACE)
target_compile_definitions(flower_flags INTERFACE
    QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH
    QT_STRICT_ITERATORS FLOWER_VERSION="${PROJECT_VERSION}")
if(MSVC)
    target_compile_options(flower_flags INTERFACE /W4 /utf-8 /permissive- $<$<BOOL:${FLOWER_WERROR}>:/WX>)
else()
    target_compile_options(flower_flags INTERFACE -Wall -Wextra -Wpedantic
        $<$<CXX_COMPILER_ID:GNU>:-Wshadow=local>
        $<$<BOOL:${FLOWER_WERROR}>:-Werror>)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND FLOWER_CCACHE)
    target_compile_options(flower_flags INTERFACE -fpch-preprocess) # ccache needs it to know the precompiled header
endif()
set(FLOWER_TEST_SECONDS 600) # the longest that a test class may take
if(FLOWER_SANITIZE)
    set(FLOWER_TEST_SECONDS 3600)
    target_compile_options(flower_flags INTERFACE -fsanitize=${FLOWER_SANITIZE} -fno-omit-frame-pointer
        $<$<BOOL:${FLOWER_FUZZ}>:-fno-sanitize-recover=all>)
    target_link_options(flower_flags INTERFACE -fsanitize=${FLOWER_SANITIZE})
    if(FLOWER_SANITIZE MATCHES "thread" AND CMAKE_SYSTEM_NAME STREQUAL "Linux")
        set(FLOWER_OPENMP_HAND_OVER ${PROJECT_SOURCE_DIR}/app/common/OpenMpHandOver.cpp) # of executables that train
    endif()
endif()
