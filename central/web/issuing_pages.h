#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "central/web/shell.h"

/// What HRSS issues and has issued (articles 14 and 15).
namespace ce::web {

/// Who may be issued a certificate of a year.
struct IssuingView {
  std::vector<Field> filters;
  std::string year;
  std::string batch;  // id under which the order goes on if it is sent twice
  std::string told;
  struct Person {
    std::string key;
    bool picked = false;  // as it was, where the page comes back
    std::string name;
    std::string id_number;
    std::string employer;
    std::string public_hours;
    std::string professional_hours;
    std::string elective_hours;
    std::string total_hours;
  };
  std::vector<Person> people;
  struct After {
    std::string region;
    std::string person;
  } after;  // behind whom this part of the list begins
  struct Refused {
    std::string name;
    std::string said;
  };
  std::vector<Refused> refused;
  std::vector<Field> fields;  // the day of issue
  /// An order to issue to everybody, under way or done.
  struct Batch {
    std::string href;
    std::string name;
    std::string day;
    std::string at;
    Badge state;
    std::string issued;
  };
  std::vector<Batch> batches;
  std::optional<Pager> pager;
  std::optional<Empty> empty;
};
[[nodiscard]] std::string issuing_page(Shell const& shell, IssuingView const& view);

/// Certificates that a search has found.
struct CertificatesView {
  std::vector<Field> fields;
  std::string told;
  struct Row {
    std::string href;
    std::string number;
    std::string name;
    std::string year;
    std::string authority;
    std::string day;
    Badge state;
  };
  std::vector<Row> rows;
  std::optional<Empty> empty;
};
[[nodiscard]] std::string certificates_page(Shell const& shell, CertificatesView const& view);

/// The issue register with its sums.
struct RegistersView {
  std::vector<Field> filters;
  std::string sums_told;
  struct Sum {
    std::string href;
    std::string name;
    std::string level;
    std::int64_t issued = 0;
    std::int64_t revoked = 0;
    std::int64_t lost = 0;  // the column is there only where any region has some
    std::int64_t printed = 0;
    std::int64_t unresolved = 0;
    std::int64_t blanks_used = 0;
    std::int64_t blanks_void = 0;
  };
  std::vector<Sum> sums;
  std::string told;
  struct Row {
    std::string href;
    std::string number;
    std::string name;
    std::string day;
    Badge state;
    std::string note;
    std::string printed;
    std::string kiosk;
    std::string hall;
    std::string blank;
  };
  std::vector<Row> rows;
  std::optional<Pager> pager;
  std::optional<Empty> empty;
};
[[nodiscard]] std::string registers_page(Shell const& shell, RegistersView const& view);

}  // namespace ce::web
