#pragma once

#include "shared/protocol/cursor.h"
#include "shared/protocol/messages.h"
#include "shared/protocol/writing.h"

/// The members of a certificate's line and of a subject's, which a person's years and the delta share.
/// Private to this room.
namespace ce::protocol {

[[nodiscard]] OrderedJson json_of(CertificateLine const& line);
[[nodiscard]] OrderedJson json_of(SubjectLine const& line);
[[nodiscard]] CertificateLine read_certificate_line(Cursor const& at);
[[nodiscard]] SubjectLine read_subject_line(Cursor const& at);

}  // namespace ce::protocol
