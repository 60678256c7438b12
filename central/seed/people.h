#pragma once

#include "central/seed/numbers.h"
#include "central/seed/prints.h"
#include "central/seed/province.h"
#include "central/store/store.h"

namespace ce::seed {

struct Study;

struct Summary {
  int people = 0;
  int records = 0;
  int certificates = 0;
  int prints = 0;
};

/// Writes one professional after another with four years of records, certificates and prints.
class Population {
 public:
  Population(storage::Database& database, store::Rulebook const& rules, Province const& province,
             Random& random, Date today)
      : database_(database),
        rules_(rules),
        province_(province),
        random_(random),
        today_(today),
        prints_(database) {}

  NumberMaker& numbers() { return numbers_; }
  PrintWriter& prints() { return prints_; }
  [[nodiscard]] Result<void> add_person();
  [[nodiscard]] Summary summary() const;

 private:
  struct Person {
    std::int64_t id = 0;
    Place const* place = nullptr;
    std::size_t sector = 0;
  };
  Result<Person> write_person();
  Result<void> add_year(Person const& person, int year);
  Result<void> write_records(Person const& person, std::vector<Study> const& studies);
  Result<void> certify(Person const& person, int year);
  Result<std::string> issue(Person const& person, int year);
  Result<void> stand(Person const& person);
  Result<void> print(Person const& person, std::string const& number, Date issued);

  storage::Database& database_;
  store::Rulebook const& rules_;
  Province const& province_;
  Random& random_;
  Date today_;
  NumberMaker numbers_;
  PrintWriter prints_;
  Summary so_far_;
};

}  // namespace ce::seed
