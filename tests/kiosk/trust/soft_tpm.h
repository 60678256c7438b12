#pragma once

#include <sys/types.h>

#include "support/temp_directory.h"

namespace ce::test {

/// A TPM 2.0 of its own: swtpm on a socket of a fresh directory, and this process told of it.
class SoftTpm {
 public:
  SoftTpm();
  SoftTpm(SoftTpm const&) = delete;
  SoftTpm& operator=(SoftTpm const&) = delete;
  ~SoftTpm();

  /// It is pulled out. What it keeps, its seeds, stays.
  void pull();
  /// And put back.
  void plug();
  /// Its seeds are made anew, as by whoever takes it over.
  void clear();

 private:
  TempDirectory directory_;
  pid_t child_ = -1;
};

}  // namespace ce::test
