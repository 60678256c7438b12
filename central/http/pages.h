#pragma once

#include <string>
#include <string_view>

#include "central/http/message.h"
#include "shared/base/failure.h"

namespace ce::http {

/// HTML of the console, with the headers that every such page has: nothing from elsewhere, in nobody's frame.
[[nodiscard]] Response console_page(std::string html, int status = 200);

/// The same for what could not be done, in the failure's words for people and with its status.
[[nodiscard]] Response refusal_page(Failure const& failure);

/// What HTTP itself refuses (no such address, too large a body): a page for people where `path` is one of
/// theirs, problem details for machines.
[[nodiscard]] Response http_refusal(std::string_view path, int status, FailureCode code,
                                    std::string_view chinese);

/// 303 See Other: after a POST, or to another page.
[[nodiscard]] Response redirect(std::string location);

/// `next` if it leads to a page of the console, else "/console": an address in a link must not lead out of
/// here.
[[nodiscard]] std::string safe_next(std::string_view next);

/// The security headers of an HTML response that sets none itself.
void put_page_headers(Response& response);

}  // namespace ce::http
