#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/journal/entry.h"
#include "kiosk/journal/paper.h"
#include "kiosk/journal/standing.h"
#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/log/log.h"
#include "shared/protocol/messages.h"

namespace ce::journal {

/// The print ledger: certificates, prints, paper stock and outbox in one SQLite file that survives a power
/// cut at any moment (synchronous=FULL). Nothing is ever deleted from it but old events that were delivered.
///
/// Any thread; calls are serialised inside, each lasts about one disk flush. Clock and logger are borrowed
/// and outlive the journal. Where nothing else is said a call fails with ledger_unwritable, the detail
/// naming the storage fault, and has changed nothing.
class Journal {
 public:
  /// Opens or creates, and loads `paper` unless that range is known already. A damaged file is moved aside
  /// (see set_aside()) and a new one begun, whose paper goes on at the number kept in "<file>.paper"; where
  /// another Journal has it open, in any process, it stays and open() fails with storage_corrupt, and nobody
  /// prints by it any more (ready()). A file of a newer program is refused with storage_newer. Also
  /// config_value_invalid for an impossible range, storage_unopenable, storage_full, storage_busy,
  /// storage_fault.
  /// Without `paper` the numbers are those that staff load.
  static Result<Journal> open(std::filesystem::path const& file, std::optional<PaperRange> const& paper,
                              Clock const& clock, log::Logger const& logger);
  Journal(Journal&&) noexcept;
  Journal& operator=(Journal&&) noexcept;
  ~Journal();

  /// Where open() put a damaged predecessor, for staff; it was logged as database_set_aside too.
  [[nodiscard]] std::optional<std::filesystem::path> const& set_aside() const;

  // The print, step by step.

  /// One transaction: certificate, print, the next blank number, and a PrintRequested event to deliver.
  /// Fails with certificate_not_printable if that copy of the certificate has an entry that is not failed,
  /// paper_exhausted if no blank number is left, input_invalid for a number that is empty. `grant` is what
  /// allows it; the event names it, which uses it up.
  Result<PrintEntry> request(CertificateFacts const& certificate, int copy = 1,
                             std::optional<EntryId> const& grant = {});
  /// Before the printer is called. Fails with not_permitted unless requested: a hand-over has one try.
  Result<void> mark_submitting(EntryId const& print);
  /// Once the printer gave its number. Fails with not_permitted unless submitting (or submitted as `job`).
  Result<void> mark_submitted(EntryId const& print, int job);
  /// One transaction: the outcome and a PrintSettled event. The same outcome again changes nothing and
  /// succeeds. `failed` voids the blank number and frees the certificate. What is unknown may become
  /// anything else, sent_to_printer may become confirmed; every other change of an outcome fails with
  /// not_permitted, an id that is not there with input_invalid.
  Result<void> settle(EntryId const& print, protocol::PrintOutcome outcome,
                      std::optional<FailureCode> cause = {});

  // Looking.

  [[nodiscard]] Result<std::optional<PrintEntry>> find(EntryId const& print) const;
  /// The entry of that certificate which is not failed, the latest copy of several.
  [[nodiscard]] Result<std::optional<PrintEntry>> standing(std::string const& certificate_number) const;
  /// Whether a print was begun by that grant, however it ended.
  [[nodiscard]] Result<bool> has_used(EntryId const& grant) const;
  /// requested, submitting or submitted, oldest first: what recovery has to ask about.
  [[nodiscard]] Result<std::vector<PrintEntry>> unsettled() const;
  /// unknown, oldest first: what staff must settle ("did the paper come out?").
  [[nodiscard]] Result<std::vector<PrintEntry>> unresolved() const;

  // Paper.

  /// Central is told. From now on numbers are taken from this range, where it was left off if it was loaded
  /// before (its end may then be another). Fails with input_invalid where it overlaps another one, or
  /// config_value_invalid.
  Result<void> load_paper(PaperRange const& range);
  /// Whether load_paper() would take it; nothing is changed. Fails as that.
  [[nodiscard]] Result<void> could_load(PaperRange const& range) const;
  [[nodiscard]] Result<PaperCount> paper() const;
  /// A sheet that was printed on is void, with a reason: torn, smeared, taken away. Its print stays as it is,
  /// for a sheet did come out; the person gets another copy (a reprint). Fails with input_invalid.
  Result<void> void_blank(std::string const& number, std::string const& reason);
  /// Staff looked: the sheet on top of the tray bears `serial` of the range in use. Numbers that are passed
  /// over are void for `reason`; what is due to be checked is checked. Fails with input_invalid where that
  /// number is gone.
  Result<void> top_sheet_is(std::int64_t serial, std::string const& reason);
  /// Whether a print failed or is unknown since: on numbered paper its sheet may still lie in the tray, and
  /// the next print would be on a number that the ledger calls void.
  [[nodiscard]] Result<bool> paper_check_due() const;
  /// "GD-A-00000042", which is printed on next; nothing where no paper is left.
  [[nodiscard]] Result<std::optional<std::string>> next_blank() const;
  [[nodiscard]] Result<PaperDay> paper_of(Date day) const;
  [[nodiscard]] Result<std::vector<VoidBlank>> void_blanks_of(Date day) const;

  // Outbox; see ce::sync::Courier.

  /// The oldest events that central has neither accepted nor refused for good. One that cannot be read is
  /// kept and counts as refused from then on, so that it does not hold up the rest.
  [[nodiscard]] Result<std::vector<protocol::KioskEvent>> pending_outbox(std::size_t limit) const;
  [[nodiscard]] Result<std::int64_t> pending_count() const;
  Result<void> mark_delivered(EntryId const& event);
  /// Central will never take it: it is kept with the reason, shown to staff, and blocks nothing.
  Result<void> mark_refused(EntryId const& event, std::string const& problem);
  [[nodiscard]] Result<std::int64_t> refused_count() const;
  /// Lets go of events that central accepted more than so many days ago; prints, paper and the audit chain
  /// stay. Some hundred at a time, so that a print does not wait. Gives how many went.
  Result<std::int64_t> drop_delivered(int days);
  /// What central refused for good and why, oldest first.
  [[nodiscard]] Result<std::vector<RefusedEvent>> refused() const;
  /// Posts what whoever answers for this kiosk must know of later; `at`: when it began, else now.
  Result<void> note(protocol::NoteKind kind, std::string const& detail, std::optional<Instant> at = {});

  // This file and central's copy of it.

  [[nodiscard]] Result<Standing> standing() const;
  /// The newest event, as a heartbeat tells it.
  [[nodiscard]] Result<protocol::LedgerPlace> newest_place() const;
  /// The number of the newest event that central accepted.
  [[nodiscard]] Result<std::int64_t> newest_delivered() const;
  /// Events that central has lost (a backup was restored) are pending again. Where central holds what is not
  /// known here this file is an old copy: outdated, until staff take it over. `boot`: this start of the
  /// machine, see boot_id().
  Result<Compared> compare(Answered const& answered, std::string const& boot);
  /// Of the store that this ledger was last compared with; empty before the first.
  [[nodiscard]] Result<std::string> epoch() const;
  /// A name that changes whenever grants that were kept until then may have been used, or are forgotten by
  /// central: the ledger was begun anew or taken over, central's store is another.
  [[nodiscard]] Result<std::string> era() const;
  /// Whether central confirmed in this start of the machine that this file is the newest copy of the ledger.
  /// Before, a grant kept here may have been used by the copy that is gone. Never where the start has no
  /// name.
  [[nodiscard]] Result<bool> confirmed(std::string const& boot) const;
  /// Staff looked at the paper: `top_serial` lies on top (none: this kiosk is not on numbered paper, and its
  /// numbers go on behind `top_serial` all the same). Numbers that are passed over belong to prints that are
  /// not in this file. Fails with not_permitted where the ledger is sound, input_invalid for a number that is
  /// gone already.
  Result<void> take_over(std::int64_t top_serial);

  /// Whether a print may begin: ledger_unwritable while the last write failed and another try fails too,
  /// storage_full while the disk has less than `least_room`, storage_corrupt once this or another program
  /// found the file damaged, ledger_begun_anew, ledger_outdated. Blocks for the disk.
  [[nodiscard]] Result<void> ready() const;
  /// A file beside this one could not be written. Where that is the disk's doing, ready() tries a write of
  /// its own before it says that all is well, so that nobody finds out at the press of 打印. Any thread.
  void doubt_disk(Failure const& met) const;
  /// Reads every page and the audit chain on a connection of its own, so that nobody waits for it. What it
  /// finds (storage_corrupt) ends printing: ready() says so until the next open() by whoever is alone with
  /// the file, which sets it aside. Any thread; seconds for a file of years.
  Result<void> examine();

  /// Bytes: the disk is full before SQLite finds it so in the middle of a print.
  static constexpr std::uintmax_t least_room = std::uintmax_t{8} << 20U;

  /// Recomputes the audit chain. storage_corrupt names the first line that was altered or is missing.
  [[nodiscard]] Result<void> check_chain() const;

 private:
  struct State;
  explicit Journal(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace ce::journal
