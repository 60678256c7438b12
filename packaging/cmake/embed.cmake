# Compiles text files into a program: cmake -DOUT=... -DROOT=assets/web -P embed.cmake
# Templates go in under their path without ending ("pages/home"). Style sheets and scripts are each joined, in the
# order of their names, into one asset whose name holds its hash, so that browsers may keep it for ever.
cmake_minimum_required(VERSION 3.25)

set(templates "")
file(GLOB_RECURSE files RELATIVE ${ROOT} ${ROOT}/pages/*.html ${ROOT}/parts/*.html)
list(SORT files)
foreach(file IN LISTS files)
  file(READ ${ROOT}/${file} text)
  string(REGEX REPLACE "[.]html$" "" name "${file}")
  string(APPEND templates "    {\"${name}\", R\"ce_web_(${text})ce_web_\"},\n")
endforeach()

set(assets "")
function(add_asset name ending type)
  set(text "")
  foreach(file IN LISTS ARGN)
    file(READ ${file} piece)
    string(APPEND text "${piece}")
  endforeach()
  string(SHA256 hash "${text}")
  string(SUBSTRING "${hash}" 0 12 hash)
  string(APPEND assets "    {\"${name}.${ending}\", \"${name}-${hash}.${ending}\", \"${type}\", R\"ce_web_(${text})ce_web_\"},\n")
  set(assets "${assets}" PARENT_SCOPE)
endfunction()
file(GLOB styles ${ROOT}/style/*.css)
list(SORT styles)
add_asset(console css "text/css; charset=utf-8" ${styles})
file(GLOB scripts ${ROOT}/script/*.js)
list(SORT scripts)
add_asset(console js "text/javascript; charset=utf-8" ${scripts})
file(GLOB images ${ROOT}/images/*.svg)
list(SORT images)
foreach(image IN LISTS images)
  get_filename_component(name ${image} NAME_WE)
  add_asset(${name} svg "image/svg+xml" ${image})
endforeach()

set(text "// Made from assets/web by packaging/cmake/embed.cmake.
#include \"central/web/embedded.h\"

#include <array>

namespace ce::web {

std::span<EmbeddedTemplate const> embedded_templates() {
  static constexpr auto all = std::to_array<EmbeddedTemplate>({
${templates}  });
  return all;
}

std::span<EmbeddedAsset const> embedded_assets() {
  static constexpr auto all = std::to_array<EmbeddedAsset>({
${assets}  });
  return all;
}

}  // namespace ce::web
")
file(CONFIGURE OUTPUT ${OUT} CONTENT "@text@" @ONLY)
