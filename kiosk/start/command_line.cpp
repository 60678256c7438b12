#include "kiosk/start/command_line.h"

#include <CLI/CLI.hpp>
#include <charconv>
#include <optional>
#include <utility>

namespace ce::start {
namespace {

// "1080x1920", both in 1..20000.
std::optional<std::pair<int, int>> two_sizes(std::string const& text) {
  std::pair<int, int> sizes;
  char const* end = text.data() + text.size();
  auto const first = std::from_chars(text.data(), end, sizes.first);
  if (first.ec != std::errc{} || first.ptr == end || *first.ptr != 'x') return std::nullopt;
  auto const second = std::from_chars(first.ptr + 1, end, sizes.second);
  if (second.ec != std::errc{} || second.ptr != end) return std::nullopt;
  auto const sane = [](int size) { return size > 0 && size <= 20000; };
  if (!sane(sizes.first) || !sane(sizes.second)) return std::nullopt;
  return sizes;
}

CLI::Validator const size_pair{[](std::string const& text) {
                                 return two_sizes(text) ? std::string{}
                                                        : "应为 宽x高，如 1080x1920，而不是 " + text;
                               },
                               "WxH"};

}  // namespace

std::variant<CommandLine, int> parse_command_line(int argc, char** argv) {
  CommandLine line;
  std::string windowed;
  std::string display_mm;
  CLI::App app{"ce-kiosk：广东省专业技术人员继续教育证书自助服务终端", "ce-kiosk"};
  app.set_help_flag("-h,--help", "显示本说明");
  app.set_version_flag("--version", "ce-kiosk " CE_VERSION, "显示版本");
  app.add_option("--config", line.config, "配置文件，默认 /etc/ce-kiosk/kiosk.toml")->option_text("FILE");
  app.add_option("--windowed", windowed, "开一个这么大的窗口（像素），不占全屏")
      ->check(size_pair)
      ->option_text("WxH");
  app.add_option("--display-mm", display_mm, "显示屏的实际尺寸（毫米），默认问显示器")
      ->check(size_pair)
      ->option_text("WxH");
  app.add_flag("--check", line.check, "检查配置和文字，不启动");
  app.add_flag("--print-config", line.print_config, "打印生效的全部配置，不启动");
  app.footer("退出码：0 正常；2 配置或命令行有误；3 本机数据或显示不能使用。");
  try {
    app.parse(argc, argv);
  } catch (CLI::ParseError const& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  if (auto const size = two_sizes(windowed)) line.window.windowed = {size->first, size->second};
  if (auto const size = two_sizes(display_mm)) {
    line.window.display_mm = {static_cast<float>(size->first), static_cast<float>(size->second)};
  }
  return line;
}

}  // namespace ce::start
