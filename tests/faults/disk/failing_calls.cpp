#include "faults/disk/failing_calls.h"

#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

namespace ce::test::failing_calls {
namespace {

struct Plan {
  Blow blow = Blow::none;
  int at = 0;
  bool lasting = false;
  int calls = 0;
  bool on = false;
  bool name_changed = false;
};
thread_local Plan planned;

/// Counts a call; 0, or the error that it is to fail with.
int struck() {
  if (!planned.on) return 0;
  ++planned.calls;
  bool const hit = planned.calls == planned.at || (planned.lasting && planned.calls > planned.at);
  if (!hit || planned.blow == Blow::none) return 0;
  return planned.blow == Blow::io_error ? EIO : ENOSPC;
}

int refused(int error) {
  errno = error;
  return -1;
}

int name_call(long number, char const* from, char const* to) {
  if (int const error = struck(); error != 0) return refused(error);
  auto const done = to == nullptr ? ::syscall(number, from) : ::syscall(number, from, to);
  if (done == 0 && planned.on) planned.name_changed = true;
  return static_cast<int>(done);
}

}  // namespace

void plan(Blow blow, int at, bool lasting) {
  planned = {blow, at, lasting, 0, true, false};
}

int end() {
  planned.on = false;
  return planned.calls;
}

bool names_pressed() {
  return !planned.name_changed;
}

}  // namespace ce::test::failing_calls

using namespace ce::test;

extern "C" {

ssize_t write(int file, void const* bytes, size_t size) {
  namespace calls = failing_calls;
  int const error = calls::struck();
  if (error == 0) return ::syscall(SYS_write, file, bytes, size);
  if (calls::planned.blow == Blow::half && calls::planned.calls == calls::planned.at && size > 1) {
    calls::planned.lasting = true;  // what comes next finds it full
    return ::syscall(SYS_write, file, bytes, size / 2);
  }
  return calls::refused(error);
}

int fsync(int file) {
  namespace calls = failing_calls;
  if (int const error = calls::struck(); error != 0) return calls::refused(error);
  struct stat about {};
  bool const directory = calls::planned.on && ::fstat(file, &about) == 0 && S_ISDIR(about.st_mode);
  if (directory) calls::planned.name_changed = false;
  return static_cast<int>(::syscall(SYS_fsync, file));
}

int rename(char const* from, char const* to) noexcept {
  return failing_calls::name_call(SYS_rename, from, to);
}
int link(char const* from, char const* to) noexcept {
  return failing_calls::name_call(SYS_link, from, to);
}
int unlink(char const* path) noexcept {
  return failing_calls::name_call(SYS_unlink, path, nullptr);
}
}
