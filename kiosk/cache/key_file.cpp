#include "kiosk/cache/key_file.h"

#include <fcntl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>

#include "shared/base/descriptor.h"
#include "shared/base/durable_file.h"
#include "shared/base/owner.h"

namespace ce::cache {
namespace {

Failure refused(std::filesystem::path const& file, std::string const& why) {
  return {FailureCode::storage_unopenable, "key file " + file.string() + ": " + why};
}

Failure refused(std::filesystem::path const& file, int error) {
  return refused(file, std::error_code{error, std::generic_category()}.message());
}

/// A name that was made, changed or taken away is on the disk once its directory is.
Result<void> press_names(std::filesystem::path const& file) {
  auto const done = sync_directory(file.parent_path());
  return done ? done : refused(file, done.failure().detail);
}

Result<void> make(std::filesystem::path const& file, std::size_t size) {
  SecretText key{std::string(size, '\0')};
  if (getrandom(key.reveal().data(), size, 0) != static_cast<ssize_t>(size)) std::abort();
  // One for each process: staff may rotate while the kiosk makes its first.
  auto const fresh = file.string() + ".new" + std::to_string(::getpid());
  ::unlink(fresh.c_str());  // left by a start that was cut off
  Descriptor const made{::open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600)};
  if (!made) return refused(file, errno);
  int error = give_to_owner_of(file.parent_path(), made.value());
  if (error == 0) error = write_and_sync(made.value(), key.reveal());
  if (error == 0 && ::rename(fresh.c_str(), file.c_str()) != 0) error = errno;
  if (error != 0) {
    ::unlink(fresh.c_str());
    return refused(file, error);
  }
  // Else a power cut could take the key away from what was sealed with it meanwhile.
  return press_names(file);
}

constexpr std::size_t file_key_size = 32;

std::filesystem::path former_of(std::filesystem::path const& file) {
  return file.string() + ".former";
}

bool file_there(std::filesystem::path const& file) {
  std::error_code error;
  return std::filesystem::exists(std::filesystem::symlink_status(file, error));
}

// Overwriting reaches the flash below only where it writes in place; the unlinking is what counts everywhere.
Result<void> destroy(std::filesystem::path const& file) {
  if (!file_there(file)) return {};
  {
    Descriptor const held{::open(file.c_str(), O_WRONLY | O_NOFOLLOW | O_CLOEXEC)};
    if (!held) return refused(file, errno);
    std::string const zeros(file_key_size, '\0');
    if (int const error = write_and_sync(held.value(), zeros); error != 0) return refused(file, error);
  }
  if (::unlink(file.c_str()) != 0) return refused(file, errno);
  return press_names(file);
}

}  // namespace

Result<SecretText> read_or_make_key(std::filesystem::path const& file, std::size_t size) {
  std::error_code error;
  if (!std::filesystem::exists(std::filesystem::symlink_status(file, error))) CE_CHECK(make(file, size));
  Descriptor const held{::open(file.c_str(), O_RDONLY | O_CLOEXEC)};
  if (!held) return refused(file, errno);
  struct stat about {};
  if (::fstat(held.value(), &about) != 0) return refused(file, errno);
  if ((about.st_mode & 077U) != 0) return refused(file, "others may read it; set its mode to 0600");
  if (!S_ISREG(about.st_mode) || about.st_size != static_cast<off_t>(size)) {
    return refused(file, "it must hold exactly " + std::to_string(size) + " bytes");
  }
  SecretText key{std::string(size, '\0')};
  if (::read(held.value(), key.reveal().data(), size) != static_cast<ssize_t>(size)) {
    return refused(file, errno);
  }
  return key;
}

Result<Keys> read_keys(std::filesystem::path const& file) {
  CE_TRY(auto current, read_or_make_key(file, file_key_size));
  Keys keys{std::move(current), std::nullopt};
  if (!file_there(former_of(file))) return keys;
  CE_TRY(keys.former, read_or_make_key(former_of(file), file_key_size));
  return keys;
}

Result<void> begin_rotation(std::filesystem::path const& file) {
  CE_CHECK(read_or_make_key(file, file_key_size));
  if (::link(file.c_str(), former_of(file).c_str()) != 0) {
    if (errno != EEXIST) return refused(file, errno);
    return Failure{FailureCode::storage_busy, former_of(file).string() + ": a rotation is under way"};
  }
  // The former key has its name on the disk before another takes its place, or neither would open what is
  // there.
  CE_CHECK(press_names(file));
  // A cut here leaves the same key under both names, and the kiosk ends the rotation as it would any other.
  return make(file, file_key_size);
}

bool is_rotating(std::filesystem::path const& file) {
  return file_there(former_of(file));
}

Result<void> end_rotation(std::filesystem::path const& file) {
  CE_TRY(auto const keys, read_keys(file));
  if (!keys.former) return {};
  if (*keys.former != keys.current) {
    auto done = destroy(former_of(file));
    if (done) return done;
    return Failure{done.failure().code, done.failure().detail +
                                            "; nothing is sealed with it any more: whoever gave it "
                                            "may take it away"};
  }
  // Two names of one file: what is written to one is gone from the other.
  if (::unlink(former_of(file).c_str()) != 0) return refused(file, errno);
  return press_names(file);
}

Result<void> destroy_keys(std::filesystem::path const& file) {
  CE_CHECK(destroy(former_of(file)));
  return destroy(file);
}

}  // namespace ce::cache
