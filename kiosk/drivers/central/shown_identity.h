#pragma once

#include <filesystem>
#include <string>

using CURL = void;

namespace ce::drivers {

/// What a kiosk shows of itself when central asks: read from its file at each new connection, so that a
/// renewed certificate is shown within the hour. One thread; lives as long as the handle it was given to.
class ShownIdentity {
 public:
  explicit ShownIdentity(std::filesystem::path file) : file_(std::move(file)) {}
  ShownIdentity(ShownIdentity const&) = delete;
  ShownIdentity& operator=(ShownIdentity const&) = delete;
  ~ShownIdentity() = default;

  /// TLS 1.3 with key and certificate of the file; the key may be one that lives in a TPM (shared/tpm).
  void give_to(CURL* curl);
  /// Why the last connection got none of it; empty where it did.
  [[nodiscard]] std::string const& trouble() const { return trouble_; }
  void begin() { trouble_.clear(); }

 private:
  /// CURLOPT_SSL_CTX_FUNCTION.
  static int put(CURL* curl, void* context, void* identity);

  std::filesystem::path file_;
  std::string trouble_;
};

}  // namespace ce::drivers
