#include "central/standings/refresh.h"

#include <algorithm>
#include <map>

#include "central/changes/touch.h"
#include "central/standings/judging.h"
#include "central/standings/rows.h"
#include "central/store/people.h"
#include "central/store/year_progress.h"

namespace ce::standings {
namespace {

using Certificates = std::map<std::pair<std::int64_t, int>, std::string>;

Result<Certificates> certificates_in_force(storage::Database& database,
                                           std::span<std::int64_t const> professionals) {
  auto rows = database.prepare(
      "SELECT professional, year, number FROM certificates WHERE revoked_ms IS NULL AND "
      "professional IN (" +
      storage::parameters(1, storage::padded(professionals.size())) + ")");
  storage::bind_ids(rows, 1, professionals);
  Certificates found;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) return found;
    found[{rows.integer(0), static_cast<int>(rows.integer(1))}] = rows.text(2);
  }
}

/// What the store says of a group of people, on one state.
struct Group {
  std::vector<store::Belonging> people;
  std::vector<store::PersonRecords> records;
  std::vector<Standing> old;  // by person and year
  Certificates certificates;
};

bool says_the_same(Standing const& a, Standing b) {
  b.judged = a.judged;
  return a == b;
}

class Refreshing {
 public:
  Refreshing(storage::Database& database, rulebook::Rulebook const& rules, Instant now,
             std::optional<int> opened)
      : database_(database), rules_(rules), now_(now), opened_(opened) {}

  Result<void> run(std::span<std::int64_t const> professionals) {
    Group group;
    CE_TRY(group.people, store::belongings_of(database_, professionals));
    CE_TRY(group.records, store::records_of_people(database_, professionals));
    CE_TRY(group.old, standings_of_people(database_, professionals));
    CE_TRY(group.certificates, certificates_in_force(database_, professionals));
    fresh_.clear();
    for (auto const& person : group.people) refresh_person(group, person);
    written_ += static_cast<std::int64_t>(fresh_.size());
    return write_standings(database_, fresh_);
  }
  [[nodiscard]] std::int64_t written() const { return written_; }
  /// Whose rows it wrote, each once.
  [[nodiscard]] std::vector<std::int64_t> const& changed() const { return changed_; }

 private:
  [[nodiscard]] std::vector<int> years_of(store::PersonRecords const& records,
                                          std::span<Standing const> old) const {
    std::vector<int> years;
    if (opened_) years.push_back(*opened_);
    for (auto const& standing : old) years.push_back(standing.year);
    return store::years_touched(records.records, years);
  }

  void refresh_person(Group const& group, store::Belonging const& person) {
    static store::PersonRecords const none;
    auto const* const found = store::of_person(group.records, person.professional);
    auto const& records = found == nullptr ? none : *found;
    auto const old = of_person(group.old, person.professional);
    Judging judging{records};
    for (int const year : years_of(records, old)) {
      auto const pack = rules_.packs.of_year(year);
      if (!pack) continue;
      auto standing = standing_by(judging.judge(**pack, year));
      standing.pack = mark(**pack, year);
      standing.professional = person.professional;
      standing.issuing_region = rules_.regions.issuing_code(person.issuing_region, china_date(now_).year());
      standing.record_versions = records.versions;
      standing.judged = now_;
      auto const certificate = group.certificates.find({person.professional, year});
      if (certificate != group.certificates.end()) {
        standing.certificate = certificate->second;
        standing.state = State::issued;
      }
      keep(std::move(standing), old);
    }
  }

  void keep(Standing standing, std::span<Standing const> old) {
    auto const before =
        std::find_if(old.begin(), old.end(), [&](Standing const& row) { return row.year == standing.year; });
    bool const is_new = before == old.end();
    if (is_new && standing.state == State::nothing && opened_ != standing.year) return;
    if (!is_new && says_the_same(*before, standing)) return;
    if (changed_.empty() || changed_.back() != standing.professional)
      changed_.push_back(standing.professional);
    fresh_.push_back(std::move(standing));
  }

  std::string const& mark(credit::RulePack const& pack, int year) {
    auto& known = marks_[year];
    if (known.empty()) known = mark_of(pack, year);
    return known;
  }

  storage::Database& database_;
  rulebook::Rulebook const& rules_;
  Instant now_;
  std::optional<int> opened_;
  std::map<int, std::string> marks_;
  std::vector<Standing> fresh_;  // of the group at hand
  std::int64_t written_ = 0;
  std::vector<std::int64_t> changed_;
};

}  // namespace

Result<std::int64_t> refresh(storage::Database& database, rulebook::Rulebook const& rules,
                             std::span<std::int64_t const> professionals, Instant now,
                             std::optional<int> opened) {
  Refreshing refreshing{database, rules, now, opened};
  for (std::size_t from = 0; from < professionals.size(); from += storage::most_ids) {
    auto const count = std::min(storage::most_ids, professionals.size() - from);
    CE_CHECK(refreshing.run(professionals.subspan(from, count)));
  }
  CE_CHECK(changes::persons_changed(database, refreshing.changed()));
  return refreshing.written();
}

Result<void> refresh_one(storage::Database& database, rulebook::Rulebook const& rules,
                         std::int64_t professional, Instant now) {
  CE_TRY([[maybe_unused]] auto const written, refresh(database, rules, {&professional, 1}, now));
  return {};
}

}  // namespace ce::standings
