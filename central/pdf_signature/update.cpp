#include "central/pdf_signature/update.h"

#include <cstdio>
#include <map>

#include "central/pdf_signature/plain_pdf.h"
#include "shared/base/text.h"

namespace ce::pdf_signature {
namespace {

constexpr int offset_digits = 10;

std::string ten_digits(std::size_t number) {
  auto text = std::to_string(number);
  return std::string(offset_digits - text.size(), '0') + text;
}

/// "D:20260301060509Z", ISO 32000-1, 7.9.4.
std::string pdf_date(Instant now) {
  auto const text = rfc3339(now);
  return "D:" + text.substr(0, 4) + text.substr(5, 2) + text.substr(8, 2) + text.substr(11, 2) +
         text.substr(14, 2) + text.substr(17, 2) + "Z";
}

/// A text string in UTF-16BE, as hexadecimal.
std::string text_string(std::string_view utf8) {
  std::string bytes = "\xFE\xFF";
  for (auto const point : decode_utf8(utf8).value_or(U"")) {
    if (point > 0xFFFF) continue;  // names of authorities have none
    bytes.push_back(static_cast<char>(point >> 8U));
    bytes.push_back(static_cast<char>(point & 0xFFU));
  }
  return "<" + hex(bytes) + ">";
}

/// The dictionary with more entries before its end.
std::string with_entries(std::string dictionary, std::string const& entries) {
  auto const end = dictionary.rfind(">>");
  if (end == std::string::npos) return {};
  return dictionary.insert(end, entries);
}

std::string reference_to(int object) {
  return std::to_string(object) + " 0 R";
}

/// Objects behind a file, and the table that finds them.
class Update {
 public:
  explicit Update(std::string_view pdf) : bytes_(pdf) {
    if (!bytes_.ends_with('\n')) bytes_ += '\n';
  }
  /// Where the body begins.
  std::size_t add(int number, std::string const& body) {
    offsets_[number] = bytes_.size();
    bytes_ += std::to_string(number) + " 0 obj\n";
    auto const at = bytes_.size();
    bytes_ += body + "\nendobj\n";
    return at;
  }
  std::string finish(std::string const& trailer, int size, std::size_t previous) && {
    auto const table = bytes_.size();
    bytes_ += "xref\n";
    for (auto const& [number, offset] : offsets_) {
      bytes_ += std::to_string(number) + " 1\n" + ten_digits(offset) + " 00000 n \n";
    }
    auto fresh = trailer;
    auto const old = fresh.find("/Size");
    auto const end = fresh.find_first_of("/>", old + 1);
    fresh.replace(old, end - old, "/Size " + std::to_string(size) + "\n");
    bytes_ += "trailer" + with_entries(fresh, "/Prev " + std::to_string(previous) + "\n") + "startxref\n" +
              std::to_string(table) + "\n%%EOF\n";
    return std::move(bytes_);
  }

 private:
  std::string bytes_;
  std::map<int, std::size_t> offsets_;
};

/// ByteRange has room for any offsets; they are put in when the file's length is known.
void put_range(Prepared& prepared, std::size_t range_at) {
  auto const before = prepared.digits_at - 1;
  auto const after = prepared.digits_at + 2 * prepared.room + 1;
  auto const range = ten_digits(0) + " " + ten_digits(before) + " " + ten_digits(after) + " " +
                     ten_digits(prepared.bytes.size() - after);
  prepared.bytes.replace(range_at, range.size(), range);
}

}  // namespace

std::string Prepared::signed_part() const {
  return bytes.substr(0, digits_at - 1) + bytes.substr(digits_at + 2 * room + 1);
}

Result<Prepared> prepare(std::string_view pdf, std::string_view name, Instant now, std::size_t room) {
  CE_TRY(auto const plain, PlainPdf::read(pdf));
  auto const unlike = Failure{FailureCode::sheet_not_rendered, "the file to sign: no catalogue or page"};
  auto const catalogue = PlainPdf::reference(plain.trailer(), "Root");
  auto const catalogue_text = catalogue ? plain.object(*catalogue) : std::nullopt;
  auto const pages = catalogue_text ? PlainPdf::reference(*catalogue_text, "Pages") : std::nullopt;
  auto const pages_text = pages ? plain.object(*pages) : std::nullopt;
  auto const page = pages_text ? PlainPdf::reference(*pages_text, "Kids") : std::nullopt;
  auto const page_text = page ? plain.object(*page) : std::nullopt;
  if (!page_text || page_text->find("/Annots") != std::string::npos) return unlike;
  if (catalogue_text->find("/AcroForm") != std::string::npos) return unlike;

  int const signature = plain.size();
  int const field = signature + 1;
  std::string const range(4 * offset_digits + 3, ' ');
  std::string const head = "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /Name " +
                           text_string(name) + " /M (" + pdf_date(now) + ")\n/ByteRange [";
  std::string const middle = "]\n/Contents <";
  Prepared prepared;
  prepared.room = room;
  Update update{pdf};
  auto const body_at = update.add(signature, head + range + middle + std::string(2 * room, '0') + "> >>");
  prepared.digits_at = body_at + head.size() + range.size() + middle.size();
  update.add(field, "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature1) /Rect [0 0 0 0] /F 132 /V " +
                        reference_to(signature) + " /P " + reference_to(*page) + " >>");
  update.add(*page, with_entries(*page_text, "/Annots [" + reference_to(field) + "]\n"));
  update.add(*catalogue, with_entries(*catalogue_text,
                                      "/AcroForm << /Fields [" + reference_to(field) + "] /SigFlags 3 >>\n"));
  prepared.bytes = std::move(update).finish(plain.trailer(), field + 1, plain.table_at());
  put_range(prepared, body_at + head.size());
  return prepared;
}

}  // namespace ce::pdf_signature
