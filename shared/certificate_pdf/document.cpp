#include "shared/certificate_pdf/document.h"

#include <zlib.h>

#include <array>
#include <cmath>
#include <cstdlib>

#include "shared/base/text.h"
#include "shared/certificate_pdf/document_state.h"
#include "shared/certificate_pdf/pen.h"
#include "shared/certificate_pdf/to_unicode.h"
#include "shared/certificate_pdf/true_type.h"

namespace ce::certificate_pdf {
namespace {

constexpr double points_per_mm = 72 / 25.4;
/// A font of just the glyphs used is new for every sheet: zlib's own choice (6) takes twice as long and saves
/// 2 %.
constexpr int font_level = 3;

/// A content stream: Pen units to points.
std::string content_of(std::string const& operators) {
  return "q\n0.028346457 0 0 0.028346457 0 0 cm\n" + operators + "Q\n";
}

std::string deflate_whole(std::string const& content, int level) {
  uLongf size = compressBound(content.size());
  std::string bytes(size, '\0');
  auto* const out = reinterpret_cast<Bytef*>(bytes.data());
  auto const* const in = reinterpret_cast<Bytef const*>(content.data());
  if (compress2(out, &size, in, content.size(), level) != Z_OK) std::abort();  // out of memory only
  bytes.resize(size);
  return bytes;
}

void on_error(HPDF_STATUS code, HPDF_STATUS detail, void* /*user*/) {
  throw HaruError{code, detail};
}

}  // namespace

HPDF_Dict Document::State::indirect_dict() const {
  HPDF_Dict dict = HPDF_Dict_New(pdf->mmgr);
  HPDF_Xref_Add(pdf->xref, dict);
  return dict;
}

HPDF_Dict Document::State::compressed_stream(std::string const& content) const {
  HPDF_Dict stream = HPDF_DictStream_New(pdf->mmgr, pdf->xref);
  stream->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
  write(stream->stream, content);
  return stream;
}

/// libharu drops the filter of streams that it has not deflated itself, so it is written beside its
/// entries.
HPDF_Dict Document::State::deflated_stream(std::string const& bytes) const {
  HPDF_Dict stream = HPDF_DictStream_New(pdf->mmgr, pdf->xref);
  stream->write_fn = [](HPDF_Dict, HPDF_Stream out) -> HPDF_STATUS {
    return HPDF_Stream_WriteStr(out, "/Filter /FlateDecode\012");
  };
  write(stream->stream, bytes);
  return stream;
}

HPDF_Dict Document::State::fax_stream(std::string const& bytes) const {
  HPDF_Dict stream = deflated_stream(bytes);
  stream->write_fn = [](HPDF_Dict, HPDF_Stream out) -> HPDF_STATUS {
    return HPDF_Stream_WriteStr(out, "/Filter /CCITTFaxDecode\012");
  };
  return stream;
}

void Document::State::write(HPDF_Stream stream, std::string const& content) {
  HPDF_Stream_Write(stream, reinterpret_cast<HPDF_BYTE const*>(content.data()),
                    static_cast<HPDF_UINT>(content.size()));
}

HPDF_Array Document::State::numbers(std::initializer_list<double> values) const {
  HPDF_Array array = HPDF_Array_New(pdf->mmgr);
  for (double const value : values) HPDF_Array_AddReal(array, static_cast<HPDF_REAL>(value));
  return array;
}

/// Chinese in the Info dictionary: UTF-16BE behind a byte order mark, written as hexadecimal.
void Document::State::add_info(char const* key, std::string const& text) const {
  std::string bytes = "\xFE\xFF" + to_utf16be(decode_utf8(text).value_or(U""));
  HPDF_Dict_Add(pdf->info, key,
                HPDF_Binary_New(pdf->mmgr, reinterpret_cast<HPDF_BYTE*>(bytes.data()),
                                static_cast<HPDF_UINT>(bytes.size())));
}

void Document::State::begin() {
  pdf = HPDF_NewEx(on_error, nullptr, nullptr, 0, nullptr);
  pdf->pdf_version = HPDF_VER_17;
  HPDF_SetCompressionMode(pdf, HPDF_COMP_ALL);
  resources = indirect_dict();
  fonts = HPDF_Dict_New(pdf->mmgr);
  HPDF_Dict_Add(resources, "Font", fonts);
  xobjects = HPDF_Dict_New(pdf->mmgr);
  HPDF_Dict_Add(resources, "XObject", xobjects);

  describe(facts.said);
  add_output_intent();
  HPDF_Dict_Add(pdf->catalog, "Lang", HPDF_String_New(pdf->mmgr, "zh-CN", nullptr));
  HPDF_Dict viewer = HPDF_Dict_New(pdf->mmgr);
  HPDF_Dict_Add(pdf->catalog, "ViewerPreferences", viewer);
  HPDF_Dict_AddBoolean(viewer, "DisplayDocTitle", HPDF_TRUE);
  // The form is true to the millimetre only if nobody "fits" it to the page.
  HPDF_Dict_AddName(viewer, "PrintScaling", "None");
}

HPDF_Page Document::State::new_page() const {
  HPDF_Page page = HPDF_AddPage(pdf);
  HPDF_Page_SetWidth(page, static_cast<HPDF_REAL>(facts.width_mm * points_per_mm));
  HPDF_Page_SetHeight(page, static_cast<HPDF_REAL>(facts.height_mm * points_per_mm));
  HPDF_Dict_Add(page, "Resources", resources);
  if (transparent) {  // what is mixed is mixed in the colours of the output intent
    HPDF_Dict group = HPDF_Dict_New(pdf->mmgr);
    HPDF_Dict_Add(page, "Group", group);
    HPDF_Dict_AddName(group, "S", "Transparency");
    HPDF_Dict_AddName(group, "CS", "DeviceRGB");
  }
  return page;
}

/// Title, author and date, once for old readers and once, as PDF/A wants it, in XMP.
void Document::State::describe(archive::Facts const& said) const {
  HPDF_Date created{};
  created.year = said.created.year();
  created.month = said.created.month();
  created.day = said.created.day();
  created.ind = '+';
  created.off_hour = 8;
  HPDF_SetInfoDateAttr(pdf, HPDF_INFO_CREATION_DATE, created);
  HPDF_SetInfoAttr(pdf, HPDF_INFO_PRODUCER, archive::producer);
  add_info("Title", said.title);
  add_info("Author", said.author);
  HPDF_Dict metadata = HPDF_DictStream_New(pdf->mmgr, pdf->xref);  // plain, so that any tool finds it
  HPDF_Dict_AddName(metadata, "Type", "Metadata");
  HPDF_Dict_AddName(metadata, "Subtype", "XML");
  write(metadata->stream, archive::xmp_packet(said));
  HPDF_Dict_Add(pdf->catalog, "Metadata", metadata);
}

void Document::State::add_output_intent() const {
  static std::string const bytes = packed(archive::rgb_profile());
  HPDF_Dict profile = deflated_stream(bytes);
  HPDF_Dict_AddNumber(profile, "N", 3);
  HPDF_Dict intent = indirect_dict();
  HPDF_Dict_AddName(intent, "Type", "OutputIntent");
  HPDF_Dict_AddName(intent, "S", "GTS_PDFA1");
  HPDF_Dict_Add(intent, "OutputConditionIdentifier", HPDF_String_New(pdf->mmgr, "sRGB", nullptr));
  HPDF_Dict_Add(intent, "Info", HPDF_String_New(pdf->mmgr, "sRGB primaries, gamma 2.2", nullptr));
  HPDF_Dict_Add(intent, "DestOutputProfile", profile);
  HPDF_Array intents = HPDF_Array_New(pdf->mmgr);
  HPDF_Dict_Add(pdf->catalog, "OutputIntents", intents);
  HPDF_Array_Add(intents, intent);
}

void Document::State::add_identifier() const {
  std::string id = archive::identifier(identity);
  HPDF_Array pair = HPDF_Array_New(pdf->mmgr);
  HPDF_Dict_Add(pdf->trailer, "ID", pair);
  for (int i = 0; i < 2; ++i) {
    HPDF_Array_Add(pair, HPDF_Binary_New(pdf->mmgr, reinterpret_cast<HPDF_BYTE*>(id.data()),
                                         static_cast<HPDF_UINT>(id.size())));
  }
}

HPDF_Dict Document::State::descriptor(std::vector<Outline> const& outlines, std::string const& name) const {
  constexpr int symbolic = 4;
  constexpr int serif = 2;
  HPDF_Dict dict = indirect_dict();
  HPDF_Dict_AddName(dict, "Type", "FontDescriptor");
  HPDF_Dict_AddName(dict, "FontName", name.c_str());
  HPDF_Dict_AddNumber(dict, "Flags", symbolic | serif);
  HPDF_Dict_Add(dict, "FontBBox", numbers({-200, -300, 1200, 1100}));
  HPDF_Dict_AddNumber(dict, "ItalicAngle", 0);
  HPDF_Dict_AddNumber(dict, "Ascent", 880);
  HPDF_Dict_AddNumber(dict, "Descent", -120);
  HPDF_Dict_AddNumber(dict, "CapHeight", 730);
  HPDF_Dict_AddNumber(dict, "StemV", 80);
  std::string const file = build_true_type(outlines);
  HPDF_Dict stream = deflated_stream(deflate_whole(file, font_level));
  HPDF_Dict_AddNumber(stream, "Length1", static_cast<HPDF_INT32>(file.size()));
  HPDF_Dict_Add(dict, "FontFile2", stream);
  return dict;
}

void Document::State::add_font(int index, TypeCase const& used, std::string const& name) {
  HPDF_Dict cid_font = indirect_dict();
  HPDF_Dict_AddName(cid_font, "Type", "Font");
  HPDF_Dict_AddName(cid_font, "Subtype", "CIDFontType2");
  HPDF_Dict_AddName(cid_font, "BaseFont", name.c_str());
  HPDF_Dict system = HPDF_Dict_New(pdf->mmgr);
  HPDF_Dict_Add(cid_font, "CIDSystemInfo", system);
  HPDF_Dict_Add(system, "Registry", HPDF_String_New(pdf->mmgr, "Adobe", nullptr));
  HPDF_Dict_Add(system, "Ordering", HPDF_String_New(pdf->mmgr, "Identity", nullptr));
  HPDF_Dict_AddNumber(system, "Supplement", 0);
  HPDF_Dict_AddNumber(cid_font, "DW", 1000);
  HPDF_Dict_AddName(cid_font, "CIDToGIDMap", "Identity");
  HPDF_Array widths = HPDF_Array_New(pdf->mmgr);
  HPDF_Dict_Add(cid_font, "W", widths);
  std::vector<Outline> const outlines = used.outlines();
  for (std::size_t id = 0; id < outlines.size(); ++id) {
    if (outlines[id].advance == em_units) continue;  // DW says it
    HPDF_Array_AddNumber(widths, static_cast<HPDF_INT32>(id));
    HPDF_Array_Add(widths, numbers({outlines[id].advance * 1000.0 / em_units}));
  }
  HPDF_Dict_Add(cid_font, "FontDescriptor", descriptor(outlines, name));

  HPDF_Dict font = indirect_dict();
  HPDF_Dict_AddName(font, "Type", "Font");
  HPDF_Dict_AddName(font, "Subtype", "Type0");
  HPDF_Dict_AddName(font, "BaseFont", name.c_str());
  HPDF_Dict_AddName(font, "Encoding", "Identity-H");
  HPDF_Array descendants = HPDF_Array_New(pdf->mmgr);
  HPDF_Dict_Add(font, "DescendantFonts", descendants);
  HPDF_Array_Add(descendants, cid_font);
  std::string const map = to_unicode_map(used.characters());
  HPDF_Dict_Add(font, "ToUnicode", compressed_stream(map));
  identity += map;
  HPDF_Dict_Add(fonts, ("F" + std::to_string(index)).c_str(), font);
}

void Document::State::add_form(std::string const& name, std::string const& packed_operators,
                               HPDF_Dict own_resources) const {
  HPDF_Dict form = deflated_stream(packed_operators);
  HPDF_Dict_AddName(form, "Type", "XObject");
  HPDF_Dict_AddName(form, "Subtype", "Form");
  constexpr double limit = 30000;  // no clipping: wider than the sheet on every side
  HPDF_Dict_Add(form, "BBox", numbers({-limit, -limit, limit, limit}));
  HPDF_Dict_Add(form, "Resources", own_resources);
  HPDF_Dict_Add(xobjects, name.c_str(), form);
}

Document::Document(std::unique_ptr<State> state) : state_(std::move(state)) {}
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

Result<Document> Document::make(Facts const& facts) {
  auto state = std::make_unique<State>();
  state->facts = facts;
  CE_CHECK(guarded("new document", [&] { state->begin(); }));
  return Document(std::move(state));
}

Result<void> Document::add_font(int index, TypeCase const& used, std::string const& name) {
  return guarded("font", [&] { state_->add_font(index, used, name); });
}

Result<void> Document::add_form(std::string const& name, std::string const& packed_operators) {
  return guarded("form", [&] { state_->add_form(name, packed_operators, HPDF_Dict_New(state_->pdf->mmgr)); });
}

Result<void> Document::add_page(std::string const& operators, std::string const& behind) {
  return guarded("page", [&] {
    HPDF_Page page = state_->new_page();
    HPDF_Array contents = HPDF_Array_New(state_->pdf->mmgr);
    HPDF_Dict_Add(page, "Contents", contents);
    if (!behind.empty()) HPDF_Array_Add(contents, state_->deflated_stream(behind));
    HPDF_Array_Add(contents, state_->compressed_stream(content_of(operators)));
    state_->identity += operators;
  });
}

Result<void> Document::add_deflated_page(std::string const& body, std::string const& footer) {
  return guarded("page", [&] {
    HPDF_Page page = state_->new_page();
    HPDF_Array contents = HPDF_Array_New(state_->pdf->mmgr);
    HPDF_Dict_Add(page, "Contents", contents);
    for (auto const* part : {&body, &footer}) HPDF_Array_Add(contents, state_->deflated_stream(*part));
    state_->identity += archive::identifier(body);
  });
}

std::string packed(std::string const& content) {
  return deflate_whole(content, Z_BEST_COMPRESSION);
}

std::string packed_page(std::string const& operators) {
  return packed(content_of(operators));
}

std::string deflated(std::string const& operators) {
  return deflate_whole(content_of(operators), Z_BEST_SPEED);
}

Result<std::string> Document::save() const {
  std::string bytes;
  CE_CHECK(guarded("save", [&] {
    state_->add_identifier();
    HPDF_SaveToStream(state_->pdf);
    HPDF_UINT32 size = HPDF_GetStreamSize(state_->pdf);
    bytes.resize(size);
    HPDF_ResetStream(state_->pdf);
    HPDF_ReadFromStream(state_->pdf, reinterpret_cast<HPDF_BYTE*>(bytes.data()), &size);
    bytes.resize(size);
  }));
  if (bytes.empty()) return Failure{FailureCode::sheet_not_rendered, "save: libharu wrote nothing"};
  return bytes;
}

}  // namespace ce::certificate_pdf
