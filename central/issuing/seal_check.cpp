#include "central/issuing/seal_check.h"

#include <png.h>

#include <cstdint>
#include <vector>

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

Result<void> check_sides(std::uint32_t width, std::uint32_t height) {
  if (width == 0 || height == 0) return refused("的宽或高为零，不是图片，请重新制作");
  if (width < least_side || height < least_side) return refused("小于 100 像素，印出来看不清");
  if (width > most_side || height > most_side) return refused("大于 4000 像素，请缩小后再用");
  if (width > 2 * height || height > 2 * width) return refused("太扁或太长，请裁去空白");
  return {};
}

/// libpng's simplified reading; frees what it holds. It checks every chunk, so nothing that fails here fails
/// at a kiosk first.
struct Picture {
  png_image image{};
  Picture() { image.version = PNG_IMAGE_VERSION; }
  Picture(Picture const&) = delete;
  Picture& operator=(Picture const&) = delete;
  ~Picture() { png_image_free(&image); }
};

Result<void> check_pixels(std::string_view bytes) {
  constexpr std::size_t samples = 4;
  constexpr std::size_t alpha = 3;
  constexpr unsigned char half = 128;
  Picture picture;
  auto& image = picture.image;
  if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0)
    return refused("已损坏，不能读出，请重新导出");
  image.format = PNG_FORMAT_RGBA;
  std::vector<unsigned char> pixels(std::size_t{image.width} * image.height * samples);
  if (png_image_finish_read(&image, nullptr, pixels.data(), 0, nullptr) == 0)
    return refused("已损坏，不能读出，请重新导出");
  std::size_t clear = 0;
  for (std::size_t i = alpha; i < pixels.size(); i += samples) clear += std::size_t{pixels[i] < half};
  if (clear == 0) return refused("没有透明的底，盖上去会遮住证书的文字，请用透明背景的 PNG");
  if (clear == pixels.size() / samples) return refused("整张是透明的，印出来什么也没有");
  return {};
}

}  // namespace

Result<void> check_seal(std::string_view bytes) {
  constexpr std::size_t width_at = 16;
  constexpr std::size_t height_at = 20;
  if (bytes.empty()) return refused("是空文件，请重新选择");
  if (bytes.size() > most_seal_bytes) return refused("超过 2 MB，请缩小后再用");
  bool const is_png = registration::proof_kind_of(bytes) == registration::ProofKind::png;
  if (!is_png) return refused("不是完整的 PNG 文件");
  CE_CHECK(check_sides(number_at(bytes, width_at), number_at(bytes, height_at)));
  return check_pixels(bytes);
}

}  // namespace ce::issuing
