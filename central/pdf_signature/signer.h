#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "shared/base/result.h"

struct evp_pkey_st;
struct x509_st;

namespace ce::pdf_signature {

class TimeStamps;

/// An authority's certificate with its private key. Any thread.
class Signer {
 public:
  /// PEM files; the key's may be read by its owner alone. Fails with grant_key_missing where a file is absent
  /// or no such thing, or the key is not the certificate's.
  static Result<Signer> read(std::filesystem::path const& certificate, std::filesystem::path const& key);

  /// Detached CMS (RFC 5652) with the attributes of CAdES, in DER; with `stamps`, one of theirs over the
  /// signature. Fails with sheet_not_rendered, or as TimeStamps::over.
  [[nodiscard]] Result<std::string> cms_over(std::string_view bytes, TimeStamps const* stamps) const;
  /// Whose certificate it is: its common name.
  [[nodiscard]] std::string name() const;

 private:
  Signer(x509_st* certificate, evp_pkey_st* key);
  std::shared_ptr<x509_st> certificate_;
  std::shared_ptr<evp_pkey_st> key_;
};

}  // namespace ce::pdf_signature
