#pragma once

#include <filesystem>
#include <string>

#include "shared/base/result.h"
#include "shared/protocol/enrolment.h"

namespace ce::drivers {

/// Brings an enrolment to central at `base_url` and its answer back; blocks, at most 15 s. Where `ca_file` is
/// empty nobody vouches for the line: both sides' proofs do (shared/enrolment), and nothing that is sent is a
/// secret. Fails with config_value_invalid (address), central_unreachable, central_refused (the code is not
/// this kiosk's, was used or is over: told in Chinese), answer_malformed.
[[nodiscard]] Result<protocol::CertificateReply> ask_enrolment(std::string const& base_url,
                                                               std::filesystem::path const& ca_file,
                                                               protocol::EnrolmentRequest const& request);

}  // namespace ce::drivers
