#include "central/registration/proof_kind.h"

#include <algorithm>
#include <array>

namespace ce::registration {
namespace {

using std::string_view_literals::operator""sv;

// ISO 32000-1, 7.5: a header at the start; "%%EOF" ends the file, which programs allow 1,024 bytes after it.
bool is_pdf(std::string_view bytes) {
  constexpr std::size_t tail = 1024;
  auto const end = bytes.substr(bytes.size() - std::min(bytes.size(), tail));
  return bytes.starts_with("%PDF-1.") || bytes.starts_with("%PDF-2.") ? end.find("%%EOF") != end.npos : false;
}

// ITU T.81: SOI and a marker; EOI, after which some cameras append zeros.
bool is_jpeg(std::string_view bytes) {
  if (!bytes.starts_with("\xFF\xD8\xFF"sv)) return false;
  while (bytes.ends_with('\0')) bytes.remove_suffix(1);
  return bytes.ends_with("\xFF\xD9"sv);
}

// ISO 15948: signature, IHDR first, IEND last.
bool is_png(std::string_view bytes) {
  constexpr std::size_t least = 8 + 25 + 12;
  return bytes.size() >= least && bytes.starts_with("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"sv) &&
         bytes.ends_with("\0\0\0\0IEND\xAE\x42\x60\x82"sv);
}

}  // namespace

std::optional<ProofKind> proof_kind_of(std::string_view bytes) {
  if (is_pdf(bytes)) return ProofKind::pdf;
  if (is_jpeg(bytes)) return ProofKind::jpeg;
  if (is_png(bytes)) return ProofKind::png;
  return std::nullopt;
}

std::string_view word_of(ProofKind kind) {
  constexpr auto words = std::to_array<std::string_view>({"pdf", "jpeg", "png"});
  return words.at(static_cast<std::size_t>(kind));
}

std::string_view media_type_of(ProofKind kind) {
  constexpr auto types = std::to_array<std::string_view>({"application/pdf", "image/jpeg", "image/png"});
  return types.at(static_cast<std::size_t>(kind));
}

}  // namespace ce::registration
