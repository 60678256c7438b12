#pragma once

#include <cups/cups.h>

#include <memory>
#include <span>
#include <string>

namespace ce::drivers {

struct IppDeleter {
  void operator()(ipp_t* message) const { ::ippDelete(message); }
};
/// An IPP message of libcups, owned.
using IppMessage = std::unique_ptr<ipp_t, IppDeleter>;

/// Who asks, as printers record it.
inline constexpr char const* requesting_user = "ce-kiosk";

/// Requests to the printer at `uri` (its ipp:// form); RFC 8011 section 4.
[[nodiscard]] IppMessage print_job_request(std::string const& uri, std::string const& job_name);
[[nodiscard]] IppMessage job_request(ipp_op_t operation, std::string const& uri, int job_id,
                                     std::span<char const* const> attributes);
[[nodiscard]] IppMessage printer_request(std::string const& uri, std::span<char const* const> attributes);
/// `which` is "completed" or "not-completed": "all" is not known to every printer.
[[nodiscard]] IppMessage jobs_request(std::string const& uri, char const* which,
                                      std::span<char const* const> attributes);

}  // namespace ce::drivers
