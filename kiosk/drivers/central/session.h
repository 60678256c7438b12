#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/drivers/central/answer.h"
#include "kiosk/drivers/central/http_central.h"
#include "shared/base/result.h"
#include "shared/base/secret.h"

namespace ce::drivers {

/// One connection to central, kept alive between calls. One thread at a time.
class HttpCentral::Session {
 public:
  /// By `key`, by the identity that the address names, or, with neither, as nobody.
  Session(std::string base_url, CentralAddress const& address, std::optional<SecretText> const& key);
  Session(Session const&) = delete;
  Session& operator=(Session const&) = delete;
  ~Session();

  /// POST with a JSON body, or GET without one. Fails with central_unreachable (no connection, no time left,
  /// broken off, certificate not trusted), answer_too_large, or answer_malformed for what is no HTTP.
  Result<Answer> call(std::string_view path, std::optional<SecretText> body);
  /// See ports::Central::patience_asked().
  [[nodiscard]] std::chrono::seconds patience_asked() const { return patience_; }
  /// What came of reading an answer. After one that could not be read the next call has a line of its own:
  /// what was too much of it may still arrive on this one.
  template <class T>
  Result<T> read(Result<T> answer) {
    if (!answer) afresh_ = true;
    return answer;
  }
  /// See HttpCentral::give_up().
  void give_up() { given_up_ = true; }

 private:
  struct Handle;
  std::unique_ptr<Handle> handle_;
  std::string base_url_;
  std::chrono::seconds patience_{0};
  std::atomic<bool> given_up_ = false;
  bool afresh_ = false;  // the last call failed, or central did not know who asks
};

}  // namespace ce::drivers
