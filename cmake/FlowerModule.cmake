# SPDX-License-Identifier: GPL-3.0-or-later

# flower_add_module(NAME sources… [PUBLIC libraries…] [PRIVATE libraries…])
# A static library flower_NAME with the project's flags. Headers are included from the root: "engine/core/Result.h".
function(flower_add_module name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "PUBLIC;PRIVATE")
    add_library(flower_${name} STATIC ${arg_UNPARSED_ARGUMENTS})
    target_include_directories(flower_${name} PUBLIC ${PROJECT_SOURCE_DIR})
    target_link_libraries(flower_${name} PUBLIC ${arg_PUBLIC} PRIVATE flower_flags ${arg_PRIVATE})
endfunction()

# flower_add_tests(MODULE tst_A.cpp tst_B.cpp … [LIBRARIES libraries…] [GUI])
# One executable per module (linking dominates), one ctest entry per test class, named MODULE.tst_A. Each file defines
# a class named as the file and ends with FLOWER_TEST(tst_A) and its moc include. GUI runs under QApplication, offscreen.
function(flower_add_tests module)
    cmake_parse_arguments(PARSE_ARGV 1 arg "GUI" "" "LIBRARIES")
    set(target tests_${module})
    add_executable(${target} ${arg_UNPARSED_ARGUMENTS})
    target_link_libraries(${target} PRIVATE flower_flags Qt6::Test ${arg_LIBRARIES})
    if(arg_GUI)
        target_link_libraries(${target} PRIVATE flower_test_main_gui)
    else()
        target_link_libraries(${target} PRIVATE flower_test_main)
    endif()
    target_compile_definitions(${target} PRIVATE
        FLOWER_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data"
        FLOWER_SHARED="${FLOWER_SHARED_DIR}")
    foreach(source IN LISTS arg_UNPARSED_ARGUMENTS)
        get_filename_component(class ${source} NAME_WE)
        if(class MATCHES "^tst_" AND source MATCHES "\\.cpp$")
            add_test(NAME ${module}.${class} COMMAND ${target} ${class})
            set_tests_properties(${module}.${class} PROPERTIES
                TIMEOUT ${FLOWER_TEST_SECONDS}
                ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;QT_LOGGING_RULES=qt.qpa.*=false")
        endif()
    endforeach()
endfunction()
