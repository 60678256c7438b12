#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <utility>

namespace ce::admin {

/// For --help-all, of which the manual page is made: after the program's own help that of each command, word
/// for word as its --help says it. CLI11's own expansion leaves out what stands below the options.
class WholeHelp final : public CLI::Formatter {
 public:
  [[nodiscard]] std::string make_help(CLI::App const* app, std::string name,
                                      CLI::AppFormatMode mode) const override {
    if (mode != CLI::AppFormatMode::All) return Formatter::make_help(app, std::move(name), mode);
    auto text = Formatter::make_help(app, name, CLI::AppFormatMode::Normal);
    for (auto const* command : app->get_subcommands([](CLI::App const*) { return true; })) {
      text += "\n" + make_help(command, name + " " + command->get_name(), mode);
    }
    return text;
  }
};

}  // namespace ce::admin
