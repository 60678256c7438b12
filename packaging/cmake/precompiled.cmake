# Preset dev parses the standard library once for all rooms, and GoogleTest with it once for all tests: a fifth of a room's
# compiling, a third of a test's. Two, because tests' own units are compiled without sanitizers. The other presets do without,
# and so does clang-tidy's look: there a missing #include is still missed.
option(CE_PRECOMPILE "Parse the standard library's headers once (clang)" OFF)

set(CE_STANDARD_HEADERS <algorithm> <array> <atomic> <charconv> <chrono> <condition_variable> <filesystem> <fstream> <functional> <map>
    <memory> <mutex> <optional> <set> <span> <sstream> <string> <string_view> <thread> <variant> <vector>)

# ce_precompiled(TARGET product|tests): TARGET begins where those headers end.
function(ce_precompiled target kind)
  if(CE_PRECOMPILE)
    target_precompile_headers(${target} REUSE_FROM precompiled_${kind})
  endif()
endfunction()

if(CE_PRECOMPILE)
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/precompiled/empty.cpp CONTENT "// Headers alone.\n")
  foreach(kind product tests)
    add_library(precompiled_${kind} OBJECT ${CMAKE_BINARY_DIR}/precompiled/empty.cpp)
    # Templates that the headers themselves use are made once, too.
    target_compile_options(precompiled_${kind} PRIVATE -fpch-instantiate-templates)
  endforeach()
  target_precompile_headers(precompiled_product PRIVATE ${CE_STANDARD_HEADERS})
  target_precompile_headers(precompiled_tests PRIVATE ${CE_STANDARD_HEADERS} <gmock/gmock.h> <gtest/gtest.h>)
  target_link_libraries(precompiled_tests PRIVATE GTest::gmock GTest::gtest)
  ce_only_expects(precompiled_tests)
endif()
