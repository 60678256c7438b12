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

void TargetsFile::show(present::View const& view, std::string const& focus,
                       std::vector<widgets::Target> const& targets, window::Window const& window) {
  Shown shown{view.screen, view.frame.as_of, {}, {}, focus, targets};
  if (auto const* result = std::get_if<present::VerifyResultView>(&view.body)) {
    shown.verdict = result->verdict.text;
    for (auto const& fact : result->facts) shown.facts.push_back(fact.label + " " + fact.value);
  }
  if (shown == shown_) return;
  shown_ = std::move(shown);
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
  auto const json = nlohmann::json{{"screen", shown_.screen},
                                   {"as_of", shown_.as_of},
                                   {"verdict", shown_.verdict},
                                   {"facts", shown_.facts},
                                   {"focus", focus},
                                   {"targets", std::move(list)},
                                   {"pictures", window.pictures()},
                                   {"late", window.late_pictures()}};
  worker_.give([file = file_, text = json.dump()] { write_whole(file, text); });
}

}  // namespace ce::start
