#include "shared/storage/log_index.h"

namespace ce::storage {
namespace {

constexpr int index_page_bytes = 32'768;

// Asked of the file's own methods, which SQLite publishes for its extensions.
std::uint32_t const volatile* head_of(sqlite3* reader) {
  sqlite3_file* file = nullptr;
  if (sqlite3_file_control(reader, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK) return nullptr;
  if (file == nullptr || file->pMethods == nullptr || file->pMethods->iVersion < 2) return nullptr;
  void volatile* mapped = nullptr;
  if (file->pMethods->xShmMap(file, 0, index_page_bytes, 0, &mapped) != SQLITE_OK) return nullptr;
  return static_cast<std::uint32_t const volatile*>(mapped);
}

}  // namespace

void LogIndex::note(sqlite3* reader) {
  if (head_ == nullptr) head_ = head_of(reader);
  if (head_ == nullptr) return;
  for (std::size_t i = 0; i < words; ++i) noted_[i] = head_[i];
}

bool LogIndex::unchanged() const {
  if (head_ == nullptr) return false;
  for (std::size_t i = 0; i < words; ++i) {
    if (head_[i] != noted_[i]) return false;
  }
  return true;
}

}  // namespace ce::storage
