#pragma once

#include "kiosk/present/present.h"

/// One body per stage; room-internal. Preconditions are those of the stage: a person's years are there on
/// every screen that shows them.
namespace ce::present {

[[nodiscard]] HomeView home_view(session::State const& state, Words const& words);
[[nodiscard]] EntryView number_entry_view(session::NumberEntry const& entry, Words const& words);
[[nodiscard]] EntryView verify_entry_view(session::VerifyEntry const& entry, Words const& words);
[[nodiscard]] ProgressView progress_view(session::State const& state, session::Progress const& at,
                                         Setting const& setting, Words const& words);
[[nodiscard]] CertificatesView certificates_view(session::State const& state, session::Certificates const& at,
                                                 Instant now, Words const& words);
[[nodiscard]] PrintPreviewView preview_view(session::State const& state, session::PrintPreview const& at,
                                            Instant now, Words const& words);
[[nodiscard]] PrintingView printing_view(session::Printing const& at, Words const& words);
[[nodiscard]] VerifyResultView verify_result_view(protocol::Verification const& answer, Words const& words);
[[nodiscard]] VerifyResultView verify_result_view(session::TokenAnswer const& answer, Words const& words);
/// The numbers of the paper that it was printed on, as far as central told them; nothing for none.
void add_blanks(std::vector<FactView>& facts, std::vector<std::string> const& numbers, Words const& words);
[[nodiscard]] FaultView fault_view(session::Fault const& fault, Words const& words);

[[nodiscard]] PanelView panel_view(session::State const& state, bool sound, Words const& words);
/// What is said of a view that is otherwise complete.
[[nodiscard]] SpeechView speech(session::State const& state, View const& view, Words const& words);

/// The person at the edge of a private screen, masked, with the full text for holding.
[[nodiscard]] PersonView person_view(session::State const& state, Words const& words);

/// "第 1 / 3 页" for `count` lines; `page` is held within the pages there are.
[[nodiscard]] PageView paging(std::size_t count, std::size_t per_page, int page, Words const& words);

}  // namespace ce::present
