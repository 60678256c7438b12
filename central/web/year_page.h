#pragma once

#include <optional>
#include <string>
#include <vector>

#include "central/web/record_page.h"
#include "central/web/shell.h"

namespace ce::web {

/// A professional's year: how much is done, what is missing, the records and the certificate.
struct YearView {
  struct Year {
    std::string href;
    std::string year;
    bool here = false;
  };
  std::vector<Year> years;
  std::optional<Notice> closed;  // for the frame, where the year is only read
  std::string headline;
  Badge state;
  double share = 0;  // of the ring, 0 to 1
  std::string ring_told;
  std::string done;
  std::string required;
  struct Subject {
    std::string name;
    double share = 0;
    bool full = false;
    std::string value;
  };
  std::vector<Subject> subjects;
  std::vector<std::string> ways;
  struct Certificate {
    std::string year;
    Badge badge;
    std::vector<Fact> facts;
    std::string advice;
    std::string number;     // empty until it is issued
    std::string copy_href;  // of the signed electronic copy; empty where there is none
  };
  std::optional<Certificate> certificate;
  struct Record {
    std::string href;
    std::string content;
    std::string institution;
    std::string subject;
    bool mandatory = false;
    std::string activity;
    std::string from;
    std::string to;
    std::string stated;
    std::string counted;
    Badge state;
    std::string note;
  };
  std::vector<Record> records;
  std::optional<Empty> empty;
};

[[nodiscard]] std::string year_page(Shell const& shell, YearView const& view);

}  // namespace ce::web
