#pragma once

#include <optional>

#include "central/console/record_form.h"
#include "central/console/visitor.h"
#include "central/registration/proofs.h"
#include "central/web/record_form_page.h"

namespace ce::console {

/// A registration form as it was sent.
struct Filled {
  credit::Activity activity = credit::Activity::training;
  Typed typed;
  std::vector<std::string> kept;               // hashes of proofs that an earlier try uploaded
  std::vector<std::string_view> uploads = {};  // bytes of new ones
};

/// The returned record that a form corrects.
struct Correcting {
  std::int64_t record = 0;
  std::int64_t version = 0;
};

/// What became of it: a record, or the form again with what is wrong.
struct Tried {
  std::optional<std::int64_t> record;
  web::RecordFormView again;
  std::vector<web::Notice> notices;  // what belongs to no field
  std::vector<std::string> warnings;
};

/// The empty form, or that of a record to be corrected, for the person and for who registered it; whose it is
/// stays. Fails with record_unknown and review_refused (not returned, not theirs).
[[nodiscard]] web::RecordFormView blank_form(Visitor const& visitor, credit::Activity activity);
[[nodiscard]] Result<web::RecordFormView> correction_form(Visitor const& visitor, std::int64_t record);

/// Registers a study, or corrects and resubmits one. Fails with storage errors, and for a correction as
/// review::resubmit() does.
[[nodiscard]] Result<Tried> try_form(Visitor const& visitor, registration::ProofShelf const& shelf,
                                     Filled const& filled, std::optional<Correcting> const& correcting = {});

/// Stores further documents and ties them to a record that is on its way. Fails as review::add_proofs() does,
/// and with input_invalid naming what is wrong with a file.
[[nodiscard]] Result<void> add_proofs(Visitor const& visitor, registration::ProofShelf const& shelf,
                                      std::int64_t record, std::vector<std::string_view> const& uploads);

}  // namespace ce::console
