#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/base/secret.h"
#include "shared/protocol/enrolment.h"
#include "shared/tpm/tpm.h"

/// What this machine is for central. Any thread; one that enrols or renews at a time.
namespace ce::kiosk_identity {

/// In the directory `identity` of the kiosk's own.
struct Files {
  explicit Files(std::filesystem::path const& directory)
      : pair(directory / "kiosk.pem"), authority(directory / "central-ca.pem"), code(directory / "code") {}

  std::filesystem::path pair;       // key and certificate, PEM, mode 0600
  std::filesystem::path authority;  // who vouches for central, PEM
  std::filesystem::path code;       // hash of the code that was used up, so that it is not sent twice
};

/// The certificate that is there.
struct Standing {
  std::string kiosk;
  Instant begins;
  Instant ends;
  bool sealed = false;  // its key lives in the TPM
};
/// Nothing where the machine was never enrolled. Fails with config_value_invalid where its file is no
/// certificate.
[[nodiscard]] Result<std::optional<Standing>> standing_of(Files const& files);

/// Whether a third of its life is over: a hall that is shut for two months finds itself still enrolled.
[[nodiscard]] bool is_due(Standing const& standing, Instant now);

using AskEnrolment =
    std::function<Result<protocol::CertificateReply>(protocol::EnrolmentRequest const& request)>;
/// Makes a key where `use` says, has it certified by that code and keeps both. Blocks for `ask` and for the
/// disk. Fails as `ask`, with answer_malformed where who answered does not know the code, certified another
/// key or names authorities of which none signed it, config_value_invalid where a TPM is required and there
/// is none, storage_full, storage_fault; what was there before is as it was.
[[nodiscard]] Result<void> enrol(Files const& files, std::string_view kiosk, SecretText const& code,
                                 tpm::Use use, AskEnrolment const& ask);
/// Whether that code made this identity.
[[nodiscard]] bool enrolled_by(Files const& files, SecretText const& code);

using AskRenewal = std::function<Result<protocol::CertificateReply>(protocol::RenewalRequest const& request)>;
/// Makes another key and has it certified, where it is due; whether it was. Fails as enrol().
[[nodiscard]] Result<bool> renew_if_due(Files const& files, tpm::Use use, Instant now, AskRenewal const& ask);

}  // namespace ce::kiosk_identity
