#pragma once

#include <filesystem>

#include "central/registration/import.h"
#include "central/roster/people.h"

namespace ce::roster {

/// Opens persons by a CSV or XLSX file, in transactions of some hundred rows, or one where all or nothing is
/// asked for. A person who is known already with the same words counts as repeated, so the same file again
/// changes nothing. Fails like registration::import_file().
[[nodiscard]] Result<registration::ImportReport> import_people(store::Store& store,
                                                               accounts::Keeper const& keeper,
                                                               std::string_view bytes,
                                                               registration::ImportOptions const& options,
                                                               Instant now);

/// The template to fill in: "xlsx" or "csv" by the name's ending. Fails with file_refused, storage_fault.
[[nodiscard]] Result<void> write_people_template(std::filesystem::path const& file);

}  // namespace ce::roster
