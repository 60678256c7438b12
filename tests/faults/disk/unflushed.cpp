#include "faults/disk/unflushed.h"

#include <filesystem>

#include "support/files.h"

namespace ce::test {
namespace {

constexpr std::size_t sector = 512;

}  // namespace

void Unflushed::open(std::string const& path) {
  if (files_.contains(path)) return;
  files_[path].flushed = std::filesystem::exists(path) ? read_all(path) : std::string{};
}

void Unflushed::wrote(std::string const& path, std::int64_t at, std::string bytes) {
  files_[path].changes.push_back({at, std::move(bytes), false});
}

void Unflushed::truncated(std::string const& path, std::int64_t size) {
  files_[path].changes.push_back({size, {}, true});
}

void Unflushed::flushed(std::string const& path) {
  auto& file = files_[path];
  for (auto const& change : file.changes) apply(file.flushed, change);
  file.changes.clear();
}

void Unflushed::apply(std::string& content, Change const& change) {
  auto const at = static_cast<std::size_t>(change.at);
  if (change.truncates) return content.resize(at);
  if (content.size() < at + change.bytes.size()) content.resize(at + change.bytes.size());
  content.replace(at, change.bytes.size(), change.bytes);
}

void Unflushed::cut(std::uint32_t seed) {
  std::mt19937 chance{seed};
  for (auto& [path, file] : files_) {
    for (auto change : file.changes) {
      auto const fate = chance() % 4;
      if (fate == 0) continue;
      if (fate == 1) change.bytes.resize(sector * (chance() % (change.bytes.size() / sector + 1)));
      apply(file.flushed, change);
    }
    write_all(path, file.flushed);
  }
  files_.clear();
}

}  // namespace ce::test
