#include "central/jobs/old_files.h"

#include <system_error>
#include <vector>

namespace ce::jobs {

void remove_old_files(std::filesystem::path const& directory, std::chrono::hours age) {
  auto const oldest = std::filesystem::file_time_type::clock::now() - age;
  std::error_code ignored;
  std::vector<std::filesystem::path> old;
  for (std::filesystem::directory_iterator file{directory, ignored}, end; file != end;
       file.increment(ignored)) {
    if (file->is_regular_file(ignored) && file->last_write_time(ignored) < oldest)
      old.push_back(file->path());
  }
  for (auto const& path : old) std::filesystem::remove(path, ignored);
}

}  // namespace ce::jobs
