# One room = one directory = one library target. A room's headers are reachable only through its own
# wall, a directory holding nothing but a link to that room, so a header of a room that is not linked
# is not found by the compiler.
#
#   ce_room(shared/credit SOURCES judge.cpp USES shared/base LIBRARIES PkgConfig::X PRIVATE_LIBRARIES ...)
#
# The target's name is the path with '/' turned into '_'. USES names rooms, in path form.
function(ce_room path)
  cmake_parse_arguments(ROOM "" "" "SOURCES;USES;LIBRARIES;PRIVATE_LIBRARIES" ${ARGN})
  if(ROOM_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "ce_room(${path}): unknown words ${ROOM_UNPARSED_ARGUMENTS}")
  endif()
  string(REPLACE "/" "_" target ${path})
  set(wall ${CMAKE_BINARY_DIR}/walls/${target})
  get_filename_component(parent ${path} DIRECTORY)
  file(MAKE_DIRECTORY ${wall}/${parent})
  file(CREATE_LINK ${CMAKE_SOURCE_DIR}/${path} ${wall}/${path} SYMBOLIC)

  set(uses)
  foreach(used ${ROOM_USES})
    string(REPLACE "/" "_" used_target ${used})
    list(APPEND uses ${used_target})
  endforeach()

  if(ROOM_SOURCES)
    set(sources)
    foreach(source ${ROOM_SOURCES})
      list(APPEND sources ${CMAKE_SOURCE_DIR}/${path}/${source})
    endforeach()
    add_library(${target} STATIC ${sources})
    target_include_directories(${target} PUBLIC ${wall})
    target_link_libraries(${target} PUBLIC ${uses} ${ROOM_LIBRARIES} PRIVATE ${ROOM_PRIVATE_LIBRARIES})
    if(path MATCHES "^tests/")
      ce_only_expects(${target})
      ce_precompiled(${target} tests)
    else()
      ce_precompiled(${target} product)
    endif()
    if(CE_COVERAGE AND path IN_LIST CE_COUNTED_ROOMS)
      ce_counted(${target})
    endif()
    if(CE_FUZZ AND path IN_LIST CE_FUZZED_ROOMS)
      ce_fuzzed(${target})
    endif()
  else()
    add_library(${target} INTERFACE)
    target_include_directories(${target} INTERFACE ${wall})
    target_link_libraries(${target} INTERFACE ${uses} ${ROOM_LIBRARIES})
  endif()
endfunction()

# ce_program(ce-kiosk SOURCES kiosk/main.cpp USES kiosk/runner ...)
function(ce_program name)
  cmake_parse_arguments(PROGRAM "" "" "SOURCES;USES;LIBRARIES" ${ARGN})
  set(sources)
  foreach(source ${PROGRAM_SOURCES})
    list(APPEND sources ${CMAKE_SOURCE_DIR}/${source})
  endforeach()
  set(uses)
  foreach(used ${PROGRAM_USES})
    string(REPLACE "/" "_" used_target ${used})
    list(APPEND uses ${used_target})
  endforeach()
  add_executable(${name} ${sources})
  target_link_libraries(${name} PRIVATE ${uses} ${PROGRAM_LIBRARIES})
  ce_precompiled(${name} product)
  target_compile_definitions(${name} PRIVATE
    CE_VERSION="${PROJECT_VERSION}" CE_RELEASE_PACKAGE=$<BOOL:${CE_RELEASE_PACKAGE}>)
endfunction()

# What a test expects is not what is tested: the sanitizers' checks of it were half of its compiling. What it calls is
# instrumented, and what it hands over too, for allocations are the runtime's own.
function(ce_only_expects target)
  if(CE_SANITIZE STREQUAL "address,undefined")
    target_compile_options(${target} PRIVATE -fno-sanitize=address,undefined)
  endif()
endfunction()

# ce_counted(TARGET): counts how often each line and condition of TARGET runs. What is linked without the runtime that
# writes the counts (every program) keeps them to itself.
function(ce_counted target)
  target_compile_options(${target} PRIVATE -fprofile-instr-generate -fcoverage-mapping)
endfunction()

# ce_fuzzed(TARGET): tells a fuzzer which ways TARGET takes and what it compares. In programs without one nobody listens: the
# sanitizers' runtime holds empty functions for it. Said in coverage's words, for -fsanitize=fuzzer-no-link wants headers of its own.
function(ce_fuzzed target)
  target_compile_options(${target} PRIVATE -fsanitize-coverage=inline-8bit-counters,indirect-calls,pc-table,trace-cmp)
endfunction()

# ce_test(credit_judge SOURCES judge_test.cpp USES shared/credit [LABELS slow] [COST seconds])
# One ctest entry per test program; with BOTH_STORES a second one, NAME_postgresql, that keeps its stores on a
# PostgreSQL cluster of the tests' own (tests/support/store). With COVERS its run counts for tests/coverage.
# Sources are relative to the calling directory. What takes long tells its COST, roughly, and begins early, or it would
# run alone at the end. No test has a time limit of its own: machines are noisy, and what hangs is ended by packaging/test.
function(ce_test name)
  cmake_parse_arguments(TEST "BOTH_STORES;COVERS" "COST" "SOURCES;USES;LIBRARIES;LABELS" ${ARGN})
  set(uses)
  foreach(used ${TEST_USES})
    string(REPLACE "/" "_" used_target ${used})
    list(APPEND uses ${used_target})
  endforeach()
  add_executable(test_${name} ${TEST_SOURCES})
  set_target_properties(test_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  target_include_directories(test_${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  ce_only_expects(test_${name})
  ce_precompiled(test_${name} tests)
  target_link_libraries(test_${name} PRIVATE ${uses} ${TEST_LIBRARIES} GTest::gmock GTest::gtest GTest::gtest_main)
  target_compile_definitions(test_${name} PRIVATE CE_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
    CE_SHARED_DIR="${CMAKE_SOURCE_DIR}/../shared" CE_BIN_DIR="${CMAKE_BINARY_DIR}/bin")
  add_test(NAME ${name} COMMAND test_${name})
  set_tests_properties(${name} PROPERTIES COST "${TEST_COST}" LABELS "${TEST_LABELS}")
  if(TEST_COVERS AND CE_COVERAGE)
    ce_counted(test_${name})
    target_link_options(test_${name} PRIVATE -fprofile-instr-generate)
    set_tests_properties(${name} PROPERTIES FIXTURES_SETUP counts
                         ENVIRONMENT_MODIFICATION LLVM_PROFILE_FILE=set:${CMAKE_BINARY_DIR}/coverage/test_${name}.profraw)
  endif()
  if(TEST_BOTH_STORES OR "central/store" IN_LIST TEST_USES)
    target_link_libraries(test_${name} PRIVATE test_store)
  endif()
  if(TEST_BOTH_STORES)
    add_test(NAME ${name}_postgresql COMMAND test_${name})
    set_tests_properties(${name}_postgresql PROPERTIES COST "${TEST_COST}" LABELS "${TEST_LABELS}"
      ENVIRONMENT CE_TEST_STORE=postgresql FIXTURES_REQUIRED postgresql)
  endif()
endfunction()

# ce_script_test(journey_visit COMMAND ... [WORKING_DIRECTORY d] [ENVIRONMENT A=b ...] [LABELS l] [COST seconds] [BOTH_STORES])
# The same for a test that is a script: it finds its store's place by tests/support/store/place.py.
function(ce_script_test name)
  cmake_parse_arguments(TEST "BOTH_STORES" "COST;WORKING_DIRECTORY" "COMMAND;ENVIRONMENT;LABELS" ${ARGN})
  if(NOT TEST_WORKING_DIRECTORY)
    set(TEST_WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
  endif()
  set(environment PYTHONDONTWRITEBYTECODE=1 CE_BIN=${CMAKE_BINARY_DIR}/bin CE_TESTS=${CMAKE_BINARY_DIR}/tests
      CE_POSTGRESQL_PLACE=${CMAKE_BINARY_DIR}/tests/postgresql ${TEST_ENVIRONMENT})
  set(names ${name})
  if(TEST_BOTH_STORES)
    list(APPEND names ${name}_postgresql)
  endif()
  foreach(one ${names})
    add_test(NAME ${one} COMMAND ${TEST_COMMAND} WORKING_DIRECTORY ${TEST_WORKING_DIRECTORY})
    set_tests_properties(${one} PROPERTIES COST "${TEST_COST}" LABELS "${TEST_LABELS}"
                         ENVIRONMENT "${environment}")
  endforeach()
  if(TEST_BOTH_STORES)
    set_tests_properties(${name}_postgresql PROPERTIES ENVIRONMENT "${environment};CE_TEST_STORE=postgresql"
                         FIXTURES_REQUIRED postgresql)
  endif()
endfunction()
