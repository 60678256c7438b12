#pragma once

#include <string>

#include "shared/storage/database.h"

namespace ce::test {

/// A primary and its standby, started for this object alone (the script `pair`), gone with it.
class Pair {
 public:
  Pair();
  Pair(Pair const&) = delete;
  Pair& operator=(Pair const&) = delete;
  ~Pair();

  /// "host=... user=ce dbname=postgres"; `hosts` as libpq takes them, e.g. standby_host() + "," +
  /// primary_host().
  [[nodiscard]] static std::string at(std::string const& hosts);
  [[nodiscard]] std::string primary_host() const { return directory_ + "/primary"; }
  [[nodiscard]] std::string standby_host() const { return directory_ + "/standby"; }
  [[nodiscard]] std::string primary() const { return at(primary_host()); }
  [[nodiscard]] std::string standby() const { return at(standby_host()); }

  /// Runs it there by itself, whatever that server is.
  void on_primary(std::string const& sql) const { run(primary_host(), sql); }
  void on_standby(std::string const& sql) const { run(standby_host(), sql); }
  /// The first value, as text.
  [[nodiscard]] static std::string ask(std::string const& host, std::string const& sql);

 private:
  static void run(std::string const& host, std::string const& sql);
  std::string directory_;
};

}  // namespace ce::test
