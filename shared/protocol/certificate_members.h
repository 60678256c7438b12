#pragma once

#include "shared/protocol/cursor.h"
#include "shared/protocol/messages.h"
#include "shared/protocol/object_writer.h"

/// The members of a certificate's line and of a subject's, which a person's years and the delta share.
/// Private to this room.
namespace ce::protocol {

void put_certificate(ObjectWriter& json, CertificateLine const& line);
void put_subject(ObjectWriter& json, std::string_view name, SubjectLine const& line);
[[nodiscard]] CertificateLine read_certificate_line(Cursor const& at);
[[nodiscard]] SubjectLine read_subject_line(Cursor const& at);

}  // namespace ce::protocol
