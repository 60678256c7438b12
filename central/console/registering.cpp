#include "central/console/registering.h"

#include "central/console/frame.h"
#include "central/registration/check.h"
#include "central/registration/check_words.h"
#include "central/registration/register.h"
#include "central/review/add_proofs.h"
#include "central/review/history.h"
#include "central/review/step.h"
#include "central/store/person_facts.h"
#include "shared/protocol/names.h"

namespace ce::console {
namespace {

using registration::Fault;

Failure not_theirs() {
  return {FailureCode::review_refused, "只有本人和登记单位可以修改退回的登记"};
}

// Whose a record is is not typed again when it is corrected.
credit::Party types_as(Visitor const& visitor, std::optional<Correcting> const& correcting) {
  return correcting ? credit::Party::person : visitor.actor().party;
}

std::string record_address(std::int64_t record) {
  return "/console/records/" + std::to_string(record);
}

web::RecordFormView form_view(credit::Activity activity, std::optional<Correcting> const& correcting) {
  web::RecordFormView view;
  view.kind = protocol::word_of(activity);
  view.submit = correcting ? "提交" : "登记";
  view.action = correcting ? record_address(correcting->record) + "/edit" : "/console/register/" + view.kind;
  view.back = correcting ? record_address(correcting->record) : address_of(Room::registering);
  view.version = correcting ? std::to_string(correcting->version) : std::string{};
  view.after =
      correcting ? "提交后审核从头开始。" : std::string{"登记后由用人单位（档案托管的由人才服务机构）初审。"};
  return view;
}

// The person's own number and name are the account's, and those of a record that is corrected are that
// record's: not typed.
Result<void> put_known_identity(Visitor const& visitor, std::optional<Correcting> const& correcting,
                                registration::Entry& entry) {
  auto const& actor = visitor.actor();
  std::optional<std::int64_t> known;
  if (correcting) {
    CE_TRY(auto const file, review::record_file(visitor.store, actor, correcting->record));
    if (!file.may_mend) return not_theirs();
    known = file.professional;
  } else if (actor.party == credit::Party::person) {
    known = actor.professional;
  }
  if (!known) return {};
  return visitor.store.read([&](storage::Database& database) -> Result<void> {
    CE_TRY(auto const facts, store::person_facts(database, *known));
    entry.id_number = facts.id_number;
    entry.name = facts.name;
    return {};
  });
}

Result<void> store_proofs(Visitor const& visitor, registration::ProofShelf const& shelf, Filled const& filled,
                          registration::Entry& entry, std::vector<Fault>& faults) {
  entry.proofs = filled.kept;
  for (auto const bytes : filled.uploads) {
    auto const proof = shelf.put(visitor.store, visitor.actor(), bytes, visitor.now);
    if (proof) {
      entry.proofs.push_back(proof->hash);
    } else if (proof.failure().code == FailureCode::file_refused) {
      faults.push_back({"证明材料", "有文件不能使用", proof.failure().detail});
    } else {
      return proof.failure();
    }
  }
  return {};
}

Result<void> check_entry(Visitor const& visitor, registration::Entry const& entry,
                         std::optional<Correcting> const& correcting, std::vector<Fault>& faults) {
  auto const today = china_date(visitor.now);
  if (!faults.empty()) {
    faults =
        registration::faults_beside(std::move(faults), entry, visitor.actor(), visitor.store.rules(), today);
    return {};
  }
  return visitor.store.read([&](storage::Database& database) -> Result<void> {
    auto const own = correcting ? std::optional{correcting->record} : std::nullopt;
    CE_TRY(auto checked,
           registration::check(database, visitor.store.rules(), visitor.actor(), entry, today, own));
    faults = std::move(checked.faults);
    return {};
  });
}

Tried form_again(Visitor const& visitor, Filled const& filled, std::optional<Correcting> const& correcting,
                 registration::Entry const& entry, std::vector<Fault> const& faults) {
  Tried tried;
  std::vector<Fault> elsewhere;
  tried.again = form_view(filled.activity, correcting);
  tried.again.fields =
      fields_for(filled.activity, types_as(visitor, correcting), filled.typed, faults, elsewhere);
  for (std::size_t i = 0; i < entry.proofs.size(); ++i) {
    tried.again.kept.push_back({entry.proofs[i], "第 " + std::to_string(i + 1) + " 份"});
  }
  for (auto const& fault : elsewhere) {
    tried.notices.push_back({web::Tone::bad, fault.field + "：" + fault.wrong + "；" + fault.remedy});
  }
  return tried;
}

}  // namespace

web::RecordFormView blank_form(Visitor const& visitor, credit::Activity activity) {
  auto view = form_view(activity, {});
  std::vector<Fault> none;
  Typed const typed{{"assessment", activity == credit::Activity::lecture ? "未考核" : "合格"},
                    {"within_schooling", "yes"}};
  view.fields = fields_for(activity, visitor.actor().party, typed, {}, none);
  return view;
}

Result<web::RecordFormView> correction_form(Visitor const& visitor, std::int64_t record) {
  CE_TRY(auto const file, review::record_file(visitor.store, visitor.actor(), record));
  auto const& stored = file.record;
  if (!file.may_mend) return not_theirs();
  if (file.closed) return store::closed_failure(file.closed->year);
  Correcting const correcting{record, file.version};
  auto view = form_view(stored.record.activity, correcting);
  std::vector<Fault> none;
  view.fields = fields_for(stored.record.activity, types_as(visitor, correcting), typed_of(stored), {}, none);
  return view;
}

Result<Tried> try_form(Visitor const& visitor, registration::ProofShelf const& shelf, Filled const& filled,
                       std::optional<Correcting> const& correcting) {
  std::vector<Fault> faults;
  auto entry = entry_of_form(filled.activity, filled.typed, faults);
  CE_CHECK(put_known_identity(visitor, correcting, entry));
  CE_CHECK(store_proofs(visitor, shelf, filled, entry, faults));
  CE_CHECK(check_entry(visitor, entry, correcting, faults));
  if (!faults.empty()) return form_again(visitor, filled, correcting, entry, faults);
  if (correcting) {
    CE_CHECK(review::resubmit(visitor.store, visitor.actor(), correcting->record, correcting->version, entry,
                              visitor.now));
    return Tried{.record = correcting->record, .again = {}, .notices = {}, .warnings = {}};
  }
  auto made = registration::register_record(visitor.store, visitor.actor(), entry, visitor.now);
  if (made)
    return Tried{.record = made->record, .again = {}, .notices = {}, .warnings = std::move(made->warnings)};
  if (made.failure().code != FailureCode::record_invalid) return made.failure();
  auto tried = form_again(visitor, filled, correcting, entry, {});
  tried.notices.push_back({web::Tone::bad, made.failure().detail});
  return tried;
}

Result<void> add_proofs(Visitor const& visitor, registration::ProofShelf const& shelf, std::int64_t record,
                        std::vector<std::string_view> const& uploads) {
  // Nothing is stored for a record that is not theirs.
  CE_TRY(auto const file, review::record_file(visitor.store, visitor.actor(), record));
  if (!file.may_add_proofs)
    return Failure{FailureCode::review_refused, "只有本人和登记单位可以补充，而且审核还没有结束"};
  std::vector<std::string> hashes;
  hashes.reserve(uploads.size());
  for (auto const bytes : uploads) {
    CE_TRY(auto const proof, shelf.put(visitor.store, visitor.actor(), bytes, visitor.now));
    hashes.push_back(proof.hash);
  }
  return review::add_proofs(visitor.store, visitor.actor(), record, hashes, visitor.now);
}

}  // namespace ce::console
