#pragma once

#include "central/http/doors.h"
#include "central/http/router.h"
#include "shared/log/log.h"

namespace ce::http {

/// The name of the form's field that bears the token; X-CSRF-Token does as well.
inline constexpr std::string_view csrf_field = "csrf";

/// The last part of the door to a session route, in this order: somebody is signed in (else a page leads to
/// the sign-in and the API answers 401), the password is not one to be changed first, the role may use the
/// route (403), and a POST carries a readable form and the session's token from a page of ours (403). Then
/// the handler runs.
[[nodiscard]] Response answer_session(Route const& route, Request& request, Doors const& doors,
                                      log::Logger const& log);

/// Where nobody is signed in, or somebody whose route it is not: the answer to be given before a large body
/// is read; nothing where it may come.
[[nodiscard]] std::optional<Response> refuse_upload(Route const& route, Request const& request,
                                                    Doors const& doors);

}  // namespace ce::http
