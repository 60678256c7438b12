#include "kiosk/window/step_keys.h"

#include <GLFW/glfw3.h>

#include <map>

namespace ce::window {

int key_named(std::string const& name) {
  static std::map<std::string, int> const keys = [] {
    std::map<std::string, int> all{
        {"Left", GLFW_KEY_LEFT},      {"Right", GLFW_KEY_RIGHT},         {"Up", GLFW_KEY_UP},
        {"Down", GLFW_KEY_DOWN},      {"Home", GLFW_KEY_HOME},           {"End", GLFW_KEY_END},
        {"PageUp", GLFW_KEY_PAGE_UP}, {"PageDown", GLFW_KEY_PAGE_DOWN},  {"Insert", GLFW_KEY_INSERT},
        {"Delete", GLFW_KEY_DELETE},  {"Backspace", GLFW_KEY_BACKSPACE}, {"Tab", GLFW_KEY_TAB}};
    for (int i = 1; i <= 24; ++i) all.emplace("F" + std::to_string(i), GLFW_KEY_F1 + i - 1);
    return all;
  }();
  auto const found = keys.find(name);
  return found == keys.end() ? 0 : found->second;
}

}  // namespace ce::window
