#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>

#include "kiosk/notice/screen.h"
#include "shared/service/service.h"

namespace {

constexpr int exit_no_display = 3;
constexpr std::size_t longest_reason = 400;

std::string first_of(std::string const& file) {
  std::ifstream in{file};
  std::string text{std::istreambuf_iterator<char>{in}, {}};
  for (char& c : text) {
    if (c == '\n') c = ' ';
  }
  return text.substr(0, longest_reason);
}

}  // namespace

// Ends with 0 when its time is over or its key was pressed: whoever started it tries the kiosk again.
int main(int argc, char** argv) {
  CLI::App app{"自助终端不能启动时的画面：暂停服务，并告诉工作人员怎么办"};
  std::string reason;
  std::string reason_file;
  int minutes = 5;
  app.add_option("--reason", reason, "原因，显示给工作人员");
  app.add_option("--reason-file", reason_file, "原因在这个文件里；文件为空时原因未知");
  app.add_option("--minutes", minutes, "这么多分钟后结束")->check(CLI::Range(1, 1440));
  app.set_version_flag("--version", CE_VERSION);
  CLI11_PARSE(app, argc, argv);
  if (reason.empty() && !reason_file.empty()) reason = first_of(reason_file);
  auto paper = ce::notice::Paper::open();
  if (!paper) {
    std::cerr << "ce-kiosk-notice: " << describe(paper.failure()) << '\n';
    return exit_no_display;
  }
  auto const lines = ce::notice::page(reason, minutes);
  auto const end = std::chrono::steady_clock::now() + std::chrono::minutes{minutes};
  auto key = ce::notice::draw(*paper, lines);
  ce::service::ready();
  while (std::chrono::steady_clock::now() < end) {
    ce::service::alive();
    auto const event = paper->wait(1000);
    if (event.exposed) key = ce::notice::draw(*paper, lines);
    bool const within =
        event.x >= key.x && event.x < key.x + key.width && event.y >= key.y && event.y < key.y + key.height;
    if (event.pressed && within) break;
  }
  std::_Exit(0);  // fontconfig leaves behind what a leak checker counts
}
