#pragma once

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "central/pdf_signature/time_stamp.h"
#include "central/signing/key_ring.h"
#include "central/store/store.h"
#include "shared/base/clock.h"
#include "shared/certificate/sheet.h"
#include "shared/certificate_pdf/fonts.h"

namespace ce::electronic_copy {

/// Makes signed copies. Store and ring are borrowed. Any thread.
class Bureau {
 public:
  /// `signer_dir` empty: nothing is offered. With `stamps` no copy is given without one.
  Bureau(store::Store& store, signing::KeyRing const& ring, std::filesystem::path signer_dir,
         std::optional<pdf_signature::TimeStamps> stamps = {})
      : store_(&store), ring_(&ring), signer_dir_(std::move(signer_dir)), stamps_(std::move(stamps)) {}

  /// Whether `professional` can have a copy of that certificate of theirs. Fails with a storage error.
  [[nodiscard]] Result<bool> offers_to(std::int64_t professional, std::string_view number) const;
  /// Whether a copy can be had of a certificate of that region with that seal.
  [[nodiscard]] bool offers(std::string_view region, certificate::SealMode seal_mode) const;
  /// The copy of a certificate in force of `professional`, as PDF. Fails with certificate_unknown (none of
  /// theirs), certificate_revoked, certificate_not_printable (not offered for it), grant_key_missing (a key
  /// or certificate cannot be used; the detail says which), or as rendering and signing do.
  [[nodiscard]] Result<std::string> copy_for(std::int64_t professional, std::string_view number,
                                             Instant now) const;

 private:
  struct Wanted {
    certificate::Sheet sheet;
    std::string region;
  };
  [[nodiscard]] Result<Wanted> wanted(std::int64_t professional, std::string_view number, Instant now) const;
  [[nodiscard]] Result<std::string> rendered(certificate::Sheet sheet) const;
  [[nodiscard]] std::filesystem::path file_of(std::string_view region, std::string_view ending) const;

  store::Store* store_;
  signing::KeyRing const* ring_;
  std::filesystem::path signer_dir_;
  std::optional<pdf_signature::TimeStamps> stamps_;
  mutable std::mutex mutex_;  // of fonts_, opened for the first copy
  mutable std::optional<certificate_pdf::Fonts> fonts_;
};

}  // namespace ce::electronic_copy
