#include "kiosk/present/learning.h"

#include <string_view>

namespace ce::present {
namespace {

constexpr std::size_t longest_address = 100;  // bytes: version 6 at most

}  // namespace

std::optional<LearningSite> learning_site(std::string const& url) {
  auto code = qr::encode(url, longest_address);
  if (!code) return std::nullopt;
  std::string_view read = url;
  if (auto const scheme = read.find("://"); scheme != std::string_view::npos) read.remove_prefix(scheme + 3);
  while (read.ends_with('/')) read.remove_suffix(1);
  return LearningSite{std::string{read}, *std::move(code)};
}

}  // namespace ce::present
