# Compiler flags shared by every room. Presets choose; rooms never add flags of their own.
add_compile_options(-Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wnon-virtual-dtor
                    -Woverloaded-virtual -Wimplicit-fallthrough -Wunused -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 reports these in its own std::string and in std::variant at -O2 where nothing is wrong (GCC PR 105329, 105562).
  add_compile_options(-Wno-restrict -Wno-maybe-uninitialized)
endif()

# In a unity build every file's own names are in sight of the next; there only shadowing within a function tells.
if(NOT CMAKE_UNITY_BUILD)
  add_compile_options(-Wshadow)
elseif(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  add_compile_options(-Wshadow=local)
endif()

if(CE_SANITIZE)
  add_compile_options(-fsanitize=${CE_SANITIZE} -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${CE_SANITIZE})
  if(CE_SANITIZE MATCHES "undefined")
    add_compile_options(-fno-sanitize-recover=undefined)
  endif()
endif()

# What clang warns of beyond g++ is nobody's rule here.
if(CE_SANITIZE MATCHES "fuzzer")
  add_compile_options(-w)
endif()

# The rooms of the regulation, whose lines and conditions tests/coverage counts; only clang does in the source's own terms.
set(CE_COUNTED_ROOMS shared/credit shared/identity shared/certificate)

# The rooms that read what comes from outside: in preset dev tests/fuzz/run follows their ways in every run of the tests.
set(CE_FUZZED_ROOMS shared/base shared/certificate shared/config_file shared/credit shared/enrolment shared/envelope shared/identity
    shared/kiosk_items shared/protocol shared/token central/kiosk_ca central/registration central/settings kiosk/drivers/card_reader
    kiosk/drivers/printer kiosk/identity kiosk/scanning kiosk/settings)

if(CE_HARDEN)
  add_compile_options(-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -fstack-protector-strong -fstack-clash-protection
                      -fcf-protection=full)
  add_link_options(-Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack)
  set(CMAKE_POSITION_INDEPENDENT_CODE ON)
  add_link_options($<$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>:-pie>)
endif()
