#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ce::tests {

struct Sample {
  std::string name;
  std::map<std::string, std::string> labels;
  double value = 0;
};

/// One family of an exposition in Prometheus' text format 0.0.4.
struct Family {
  std::string kind;
  std::string help;
  std::vector<Sample> samples;
};

struct Parsed {
  std::map<std::string, Family> families;
  std::vector<std::string> faults;  // what the format or the naming conventions forbid, by line
};

/// A parser as strict as Prometheus' own: names, escapes, one HELP and TYPE before the samples of a family,
/// no series twice; histograms must add up, counters end in _total, and units are base units.
[[nodiscard]] Parsed parse_exposition(std::string_view text);

}  // namespace ce::tests
