#include "shared/storage/session.h"

namespace ce::storage {
namespace {

/// Programs here have some hundreds of statements; more means SQL is put together at run time.
constexpr std::size_t most_cached = 300;

}  // namespace

Result<std::unique_ptr<Cursor>> Database::Session::take(std::string_view sql) {
  if (auto found = idle.find(sql); found != idle.end() && !found->second.empty()) {
    auto cursor = std::move(found->second.back());
    found->second.pop_back();
    return cursor;
  }
  return engine->prepare(sql);
}

void Database::Session::give_back(std::unique_ptr<Cursor> cursor) {
  cursor->reset();
  auto found = idle.find(cursor->sql());
  if (found == idle.end()) {
    if (idle.size() >= most_cached) return;
    found = idle.emplace(cursor->sql(), std::vector<std::unique_ptr<Cursor>>{}).first;
  }
  found->second.push_back(std::move(cursor));
}

}  // namespace ce::storage
