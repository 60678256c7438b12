#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace ce::registration {

/// What proof documents may be (article 5: 学习证明材料).
enum class ProofKind : std::uint8_t { pdf, jpeg, png };

/// By the content alone, whatever the file is called: first bytes, last ones, and for pictures the frame that
/// holds them. Nothing for anything else and for what is cut off.
[[nodiscard]] std::optional<ProofKind> proof_kind_of(std::string_view bytes);

[[nodiscard]] std::string_view word_of(ProofKind kind);        // "pdf"
[[nodiscard]] std::string_view media_type_of(ProofKind kind);  // "application/pdf"

}  // namespace ce::registration
