# Everything comes from Debian 12; packaging/apt-packages names the packages.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(GTest REQUIRED)
find_package(benchmark REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
find_package(spdlog REQUIRED)
find_package(OpenSSL 3 REQUIRED)
find_package(Boost 1.74 REQUIRED COMPONENTS system)
find_package(OpenGL REQUIRED)
find_package(CURL REQUIRED)
find_package(ZLIB REQUIRED)

pkg_check_modules(sqlite3 REQUIRED IMPORTED_TARGET sqlite3)
pkg_check_modules(imgui REQUIRED IMPORTED_TARGET imgui)
pkg_check_modules(glfw3 REQUIRED IMPORTED_TARGET glfw3)
pkg_check_modules(freetype2 REQUIRED IMPORTED_TARGET freetype2)
pkg_check_modules(libqrencode REQUIRED IMPORTED_TARGET libqrencode)
pkg_check_modules(simdjson REQUIRED IMPORTED_TARGET simdjson)

find_library(HPDF_LIBRARY hpdf REQUIRED)
find_path(HPDF_INCLUDE hpdf.h REQUIRED)
add_library(ce::hpdf INTERFACE IMPORTED)
target_link_libraries(ce::hpdf INTERFACE ${HPDF_LIBRARY})
target_include_directories(ce::hpdf SYSTEM INTERFACE ${HPDF_INCLUDE})

find_library(CUPS_LIBRARY cups REQUIRED)
add_library(ce::cups INTERFACE IMPORTED)
target_link_libraries(ce::cups INTERFACE ${CUPS_LIBRARY})

# toml++ is header-only and means different things with and without exceptions: one choice for every unit.
add_compile_definitions(TOML_EXCEPTIONS=0)
