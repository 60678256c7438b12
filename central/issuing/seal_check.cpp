#include "central/issuing/seal_check.h"

#include <cstdint>

#include "central/issuing/authority.h"
#include "central/registration/proof_kind.h"

namespace ce::issuing {
namespace {

constexpr std::uint32_t least_side = 100;
constexpr std::uint32_t most_side = 4000;

Failure refused(std::string_view why) {
  return {FailureCode::file_refused, "印章图片" + std::string{why}};
}

// Of the first chunk, which is IHDR in every PNG.
std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

}  // namespace

Result<void> check_seal(std::string_view bytes) {
  constexpr std::size_t width_at = 16;
  constexpr std::size_t height_at = 20;
  if (bytes.size() > most_seal_bytes) return refused("超过 2 MB，请缩小后再用");
  bool const is_png = registration::proof_kind_of(bytes) == registration::ProofKind::png;
  if (!is_png || bytes.size() < height_at + 4 || bytes.substr(12, 4) != "IHDR") {
    return refused("不是完整的 PNG 文件");
  }
  auto const width = number_at(bytes, width_at);
  auto const height = number_at(bytes, height_at);
  if (width < least_side || height < least_side) return refused("小于 100 像素，印出来看不清");
  if (width > most_side || height > most_side) return refused("大于 4000 像素，请缩小后再用");
  if (width > 2 * height || height > 2 * width) return refused("太扁或太长，请裁去空白");
  return {};
}

}  // namespace ce::issuing
