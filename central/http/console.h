#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "central/console/frame.h"
#include "central/console/job_progress.h"
#include "central/console/typed.h"
#include "central/http/pages.h"
#include "central/http/routes.h"

/// What the console's handlers share. They translate between HTTP and central/console, nothing more.
namespace ce::http {

[[nodiscard]] console::Visitor visitor_of(Backend const& backend, Request const& request);

/// The page, or what could not be done, within the console's frame.
[[nodiscard]] Response console_answer(Backend const& backend, Request const& request,
                                      Result<std::string> html, int status = 200);
/// A PNG, or what could not be done.
[[nodiscard]] Response console_picture(Backend const& backend, Request const& request,
                                       Result<std::string> png);
[[nodiscard]] Response console_failure(Backend const& backend, Request const& request,
                                       Failure const& failure);

/// The frame of a page, with the notice that the address asks for (?said=...&n=...).
[[nodiscard]] Result<web::Shell> console_frame(Backend const& backend, Request const& request,
                                               console::Room room, std::string title = {});

/// What a form's page says above it: of a mistake in typing the mistake alone, without "请求有误".
[[nodiscard]] std::string notice_words(Failure const& failure);

/// `address` with the notice to be shown there: a word of a fixed list and a count.
[[nodiscard]] std::string with_notice(std::string address, std::string_view said, std::size_t count = 0);

/// A whole number above zero, as ids, years and places in a list are; nothing for anything else.
[[nodiscard]] std::optional<std::int64_t> number_in(std::string_view text);

/// Every member of the form, by name.
[[nodiscard]] console::Typed typed_form(Request const& request);

/// Above a form that comes back because somebody else was quicker.
inline constexpr std::string_view changed_meanwhile =
    "这些信息刚刚被他人修改过。下面是您填写的内容，请核对后再次提交，或返回查看最新内容。";

/// What the script of a job's page asks for.
[[nodiscard]] Response job_state(console::JobProgress const& progress);

/// The body of a form with proofs: its own text, and some documents of the largest size at once.
inline constexpr std::size_t form_with_proofs = 32U << 20U;

using ConsoleHandler = Response (*)(Backend const&, Request const&);
/// A page of `room`: signed in, in one of its roles, on the pool.
[[nodiscard]] Route console_route(Backend const& backend, Method method, std::string pattern,
                                  console::Room room, ConsoleHandler handle,
                                  std::size_t most_body = small_body);

}  // namespace ce::http
