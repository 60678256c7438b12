#include "central/registration/encoding.h"

#include <iconv.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <optional>

#include "central/registration/grid.h"
#include "shared/base/text.h"

namespace ce::registration {
namespace {

/// iconv's descriptor while it is needed.
class Converter {
 public:
  Converter() : handle_(::iconv_open("UTF-8", "GB18030")) {}
  Converter(Converter const&) = delete;
  Converter& operator=(Converter const&) = delete;
  ~Converter() {
    if (usable()) ::iconv_close(handle_);
  }
  // iconv_open() says by an all-ones pointer that it cannot.
  [[nodiscard]] bool usable() const { return reinterpret_cast<std::intptr_t>(handle_) != -1; }

  std::optional<std::string> convert(std::string_view bytes) {
    std::string in{bytes};
    char* from = in.data();
    std::size_t left = in.size();
    std::string out;
    std::array<char, 16384> part{};
    while (left > 0) {
      char* to = part.data();
      std::size_t room = part.size();
      std::size_t const code = ::iconv(handle_, &from, &left, &to, &room);
      out.append(part.data(), part.size() - room);
      if (code == static_cast<std::size_t>(-1) && errno != E2BIG) return std::nullopt;
    }
    return out;
  }

 private:
  iconv_t handle_;
};

}  // namespace

Result<std::string> to_utf8(std::string_view bytes) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (bytes.starts_with(mark)) bytes.remove_prefix(mark.size());
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    return refused_file("文件是 UTF-16 编码，请另存为“CSV UTF-8”或 XLSX");
  }
  if (bytes.find('\0') != std::string_view::npos) {
    return refused_file("不是文本文件，请使用模板另存的 CSV 或 XLSX 文件");
  }
  if (decode_utf8(bytes)) return std::string{bytes};
  Converter converter;
  if (!converter.usable())
    return Failure{FailureCode::internal_fault, "iconv knows no GB18030 on this machine"};
  auto text = converter.convert(bytes);
  if (!text) return refused_file("文字编码无法识别，请另存为“CSV UTF-8”或 XLSX");
  return *std::move(text);
}

}  // namespace ce::registration
