#pragma once

#include <string>
#include <vector>

#include "central/issuing/batch.h"
#include "shared/certificate/number.h"

/// The tables issue_batches and issue_batch_runs. Private to this room.
namespace ce::issuing {

/// Notes that a batch begins, or finds that it had begun. True where it had. Fails with input_invalid where
/// the id stands for another order.
[[nodiscard]] Result<bool> begin_batch(storage::Database& database, Actor const& actor,
                                       BatchOrder const& order, Instant now);

[[nodiscard]] Result<void> note_run(storage::Database& database, EntryId const& batch,
                                    std::vector<certificate::Number> const& numbers, Instant now);

[[nodiscard]] Result<void> finish_batch(storage::Database& database, EntryId const& batch, Instant now);

/// What the batch has issued so far.
[[nodiscard]] Result<std::vector<NumberRun>> runs_of(storage::Database& database, EntryId const& batch);

[[nodiscard]] bool holds(std::vector<NumberRun> const& runs, std::string_view number);

}  // namespace ce::issuing
