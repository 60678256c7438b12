#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/entry_id.h"
#include "shared/base/result.h"
#include "shared/base/secret.h"
#include "shared/protocol/messages.h"

/// POST /api/v1/site/records: what approved online learning sites tell (articles 4(4) and 12). Reading and
/// writing are as json.h says.
namespace ce::protocol {

/// One person's finished course.
struct SiteRecord {
  EntryId delivery;  // made by the site; the same again gets the same reply
  SecretText id_number;
  SecretText name;
  std::string content;
  credit::Subject subject = credit::Subject::public_subject;
  bool mandatory = false;
  bool in_guide = true;  // article 12 counts what the year's guide names
  bool passed = true;
  CreditUnits units;
  Date start;
  Date end;
  std::optional<int> credit_year;
};

/// The answer to one record.
struct SiteReply {
  EntryId delivery;
  Acceptance acceptance = Acceptance::accepted;
  std::string problem;  // Chinese: why refused, and what to do
  std::optional<std::int64_t> record;
  bool operator==(SiteReply const&) const = default;
};

inline constexpr std::size_t most_site_records = 500;

[[nodiscard]] Result<std::vector<SiteRecord>> read_site_records(std::string_view json);
[[nodiscard]] std::string write(std::span<SiteRecord const> records);
/// One record alone, as its hash is taken.
[[nodiscard]] std::string write(SiteRecord const& record);
[[nodiscard]] Result<std::vector<SiteReply>> read_site_replies(std::string_view json);
[[nodiscard]] std::string write(std::span<SiteReply const> replies);

}  // namespace ce::protocol
