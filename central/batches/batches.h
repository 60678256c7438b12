#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "central/batches/job.h"
#include "central/store/store.h"

/// Issuing to a whole region as a job: ordered by a request, worked off by a jobs::Worker, looked at by the
/// region's clerks.
namespace ce::batches {

/// Notes the order; the same id again is the same order. Fails with issuing_refused, input_invalid (day,
/// people named), year_without_pack, number_exhausted and storage errors, before anything is noted.
[[nodiscard]] Result<void> take_in(store::Store& store, issuing::Actor const& actor,
                                   issuing::BatchOrder const& order, Instant now);

/// A job of the actor's region. Fails with record_unknown for any other.
[[nodiscard]] Result<Job> find(store::Store const& store, issuing::Actor const& actor, std::string_view id);
[[nodiscard]] Result<std::vector<Job>> latest(store::Store const& store, issuing::Actor const& actor,
                                              std::int64_t most = 10);
/// Who got no certificate, after `professional`.
[[nodiscard]] Result<std::vector<issuing::Refusal>> refusals(store::Store const& store, Job const& job,
                                                             std::int64_t professional, std::int64_t most);
/// Has a job that failed taken up again, which is noted in the audit chain; any other is left as it is. Fails
/// like find().
[[nodiscard]] Result<void> resume(store::Store& store, issuing::Actor const& actor, std::string_view id,
                                  Instant now);

}  // namespace ce::batches
