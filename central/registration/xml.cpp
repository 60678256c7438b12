#include "central/registration/xml.h"

#include <expat.h>

#include <memory>

#include "central/registration/grid.h"

namespace ce::registration {
namespace {

std::string_view local(std::string_view name) {
  auto const colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

struct Reading {
  XmlTaker const& taker;
  XML_Parser parser;
  bool has_doctype = false;
};

void opened(void* user, XML_Char const* name, XML_Char const** attributes) {
  static_cast<Reading*>(user)->taker.open(local(name), Attributes{attributes});
}

void closed(void* user, XML_Char const* name) {
  static_cast<Reading*>(user)->taker.close(local(name));
}

void told(void* user, XML_Char const* text, int length) {
  static_cast<Reading*>(user)->taker.text({text, static_cast<std::size_t>(length)});
}

void doctype(void* user, XML_Char const*, XML_Char const*, XML_Char const*, int) {
  auto& reading = *static_cast<Reading*>(user);
  reading.has_doctype = true;
  XML_StopParser(reading.parser, XML_FALSE);
}

Failure bad_xml(bool has_doctype) {
  return has_doctype ? refused_file("XLSX 文件中含有不允许的 DOCTYPE 声明") : damaged_book();
}

}  // namespace

std::string_view Attributes::get(std::string_view name) const {
  for (auto const* at = list_; *at != nullptr; at += 2) {
    if (name == *at || (name.find(':') == std::string_view::npos && local(*at) == name &&
                        std::string_view{*at}.substr(0, 2) != "r:")) {
      return at[1];
    }
  }
  return {};
}

Result<void> read_xml(Package& package, std::string_view part, XmlTaker const& taker) {
  std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> const parser{
      XML_ParserCreate(nullptr), &XML_ParserFree};
  Reading reading{taker, parser.get()};
  XML_SetUserData(parser.get(), &reading);
  XML_SetElementHandler(parser.get(), opened, closed);
  XML_SetCharacterDataHandler(parser.get(), told);
  XML_SetStartDoctypeDeclHandler(parser.get(), doctype);
  auto const feed = [&](std::string_view piece, bool last) -> Result<void> {
    auto const status = XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()), last ? 1 : 0);
    CE_CHECK(taker.check());
    return status == XML_STATUS_OK ? Result<void>{} : bad_xml(reading.has_doctype);
  };
  CE_CHECK(package.read(part, [&](std::string_view piece) { return feed(piece, false); }));
  return feed({}, true);
}

}  // namespace ce::registration
