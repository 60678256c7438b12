#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

/// What is left of a program that broke: a small text file, and no image of its memory.
namespace ce::crash {

/// How many reports a directory keeps.
inline constexpr std::size_t most_kept = 10;

/// From now on a signal that ends the program by its own fault (SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT)
/// first leaves a report in `directory`, which is made (mode 0700) where it is missing: program, version and
/// build id, signal, thread, the kinds of the last log lines and the frames as addresses within their files.
/// Nothing of what the program had in its memory is in it. The oldest reports beyond `most_kept` go. Whoever
/// handled these signals before, a sanitizer for one, is called after it. Where the directory cannot be had
/// the program runs without reports. Once, in main().
void report_to(std::filesystem::path const& directory, std::string const& program,
               std::string const& version);

/// The reports of that directory, newest first.
[[nodiscard]] std::vector<std::filesystem::path> reports(std::filesystem::path const& directory);

}  // namespace ce::crash
