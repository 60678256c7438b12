#include "kiosk/start/targets_file.h"

#include <fstream>
#include <nlohmann/json.hpp>

namespace ce::start {
namespace {

void write_whole(std::filesystem::path const& file, std::string const& text) {
  auto const part = std::filesystem::path{file.string() + ".part"};
  std::ofstream{part, std::ios::binary} << text;
  std::error_code error;
  std::filesystem::rename(part, file, error);
}

}  // namespace

TargetsFile::TargetsFile(std::filesystem::path file)
    : file_(std::move(file)), worker_(std::chrono::hours{1}, nullptr) {
  worker_.start();
}

void TargetsFile::show(std::string const& screen, std::string const& as_of, std::string const& verdict,
                       std::string const& focus, std::vector<widgets::Target> const& targets,
                       window::Window const& window) {
  if (screen == screen_ && as_of == as_of_ && verdict == verdict_ && focus == focus_ && targets == targets_)
    return;
  screen_ = screen;
  as_of_ = as_of;
  verdict_ = verdict;
  focus_ = focus;
  targets_ = targets;
  auto list = nlohmann::json::array();
  for (auto const& target : targets) {
    auto const& box = target.box;
    list.push_back({{"id", target.id},
                    {"label", target.label},
                    {"x", box.x},
                    {"y", box.y},
                    {"w", box.w},
                    {"h", box.h},
                    {"enabled", target.enabled}});
  }
  auto const json = nlohmann::json{{"screen", screen},
                                   {"as_of", as_of},
                                   {"verdict", verdict},
                                   {"focus", focus},
                                   {"targets", std::move(list)},
                                   {"pictures", window.pictures()},
                                   {"late", window.late_pictures()}};
  worker_.give([file = file_, text = json.dump()] { write_whole(file, text); });
}

}  // namespace ce::start
