#include "shared/certificate_pdf/archive.h"

#include <cstdint>
#include <utility>
#include <vector>

#include "shared/certificate_pdf/glyf.h"

namespace ce::certificate_pdf::archive {
namespace {

std::string escaped(std::string const& text) {
  std::string result;
  for (char const c : text) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

std::string xyz(std::uint32_t x, std::uint32_t y, std::uint32_t z) {
  std::string tag = "XYZ ";
  for (std::uint32_t const value : {0U, x, y, z}) append_u32(tag, value);
  return tag;
}

std::string gamma_curve() {
  std::string tag = "curv";
  append_u32(tag, 0);
  append_u32(tag, 1);
  append_u16(tag, 0x0233);  // 2.2 in eighths of a byte
  append_u16(tag, 0);
  return tag;
}

std::string description(std::string const& words) {
  std::string tag = "desc";
  append_u32(tag, 0);
  append_u32(tag, static_cast<std::uint32_t>(words.size() + 1));
  tag += words;
  tag.append(1 + 4 + 4 + 2 + 1 + 67, '\0');  // end of words; no Unicode and no Macintosh form
  tag.resize((tag.size() + 3) / 4 * 4, '\0');
  return tag;
}

std::string plain_text(std::string const& words) {
  std::string tag = "text";
  append_u32(tag, 0);
  tag += words;
  tag.resize((tag.size() + 4) / 4 * 4, '\0');
  return tag;
}

std::string header(std::uint32_t size) {
  std::string head;
  append_u32(head, size);
  append_u32(head, 0);           // no preferred colour module
  append_u32(head, 0x02100000);  // version 2.1
  head += "mntrRGB XYZ ";
  for (std::uint32_t const part : {2010U, 12U, 1U, 0U, 0U, 0U}) append_u16(head, part);  // a fixed date
  head += "acsp";
  head.append(28, '\0');  // platform, flags, maker, model, attributes, intent
  for (std::uint32_t const part : {0xF6D6U, 0x10000U, 0xD32DU}) append_u32(head, part);  // illuminant D50
  head.resize(128, '\0');
  return head;
}

}  // namespace

std::string xmp_packet(Facts const& facts) {
  std::string const date = facts.created.iso() + "T00:00:00+08:00";
  return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
         "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
         "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
         "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
         " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
         " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
         " pdfaid:part=\"2\" pdfaid:conformance=\"B\" xmp:CreateDate=\"" +
         date + "\" pdf:Producer=\"" + producer + "\"><dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
         escaped(facts.title) + "</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>" +
         escaped(facts.author) +
         "</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>";
}

std::string rgb_profile() {
  std::vector<std::pair<std::string, std::string>> const tags{
      {"desc", description("RGB, sRGB primaries, gamma 2.2")},
      {"cprt", plain_text("No copyright, use freely")},
      {"wtpt", xyz(0xF351, 0x10000, 0x116CC)},
      {"rXYZ", xyz(0x6FA2, 0x38F5, 0x0390)},
      {"gXYZ", xyz(0x6299, 0xB785, 0x18DA)},
      {"bXYZ", xyz(0x24A0, 0x0F84, 0xB6CF)},
      {"rTRC", gamma_curve()},
      {"gTRC", gamma_curve()},
      {"bTRC", gamma_curve()}};
  std::string table;
  std::string content;
  append_u32(table, static_cast<std::uint32_t>(tags.size()));
  auto const start = static_cast<std::uint32_t>(128 + 4 + 12 * tags.size());
  for (auto const& [name, tag] : tags) {
    table += name;
    append_u32(table, start + static_cast<std::uint32_t>(content.size()));
    append_u32(table, static_cast<std::uint32_t>(tag.size()));
    content += tag;
  }
  return header(start + static_cast<std::uint32_t>(content.size())) + table + content;
}

std::string identifier(std::string const& content) {
  // FNV-1a, 64 bits, from two starting points.
  std::string bytes;
  for (std::uint64_t hash : {0xcbf29ce484222325U, 0x84222325cbf29ce4U}) {
    for (char const c : content) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    append_u32(bytes, static_cast<std::uint32_t>(hash >> 32));
    append_u32(bytes, static_cast<std::uint32_t>(hash & 0xFFFFFFFFU));
  }
  return bytes;
}

}  // namespace ce::certificate_pdf::archive
