#include "prometheus.h"

#include <cmath>
#include <cstdlib>
#include <regex>
#include <set>

namespace ce::tests {
namespace {

class Parser {
 public:
  Parsed run(std::string_view text) {
    if (!text.ends_with('\n')) fault("the last line has no end");
    while (!text.empty()) {
      auto const end = text.find('\n');
      line(std::string{text.substr(0, end)});
      text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    for (auto const& [name, family] : parsed_.families) check(name, family);
    return std::move(parsed_);
  }

 private:
  void fault(std::string const& what) { parsed_.faults.push_back(what + ": " + line_); }

  void line(std::string const& text) {
    static std::regex const comment{"# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)"};
    static std::regex const series{"([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{(.*)\\})? (\\S+)"};
    line_ = text;
    std::smatch found;
    if (std::regex_match(text, found, comment)) {
      head(found[1], found[2], found[3]);
    } else if (std::regex_match(text, found, series)) {
      sample({found[1], labels(found[3]), number(found[4])});
    } else {
      fault("neither a comment nor a sample");
    }
  }

  void head(std::string const& what, std::string const& name, std::string const& rest) {
    if (what == "HELP" && parsed_.families.contains(name)) fault("a family twice");
    if (what == "TYPE" && name != current_) fault("TYPE without HELP before it");
    current_ = name;
    (what == "HELP" ? parsed_.families[name].help : parsed_.families[name].kind) = rest;
  }

  std::map<std::string, std::string> labels(std::string text) {
    static std::regex const one{"([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\\n]|\\\\[\\\\\"n])*)\",?"};
    std::map<std::string, std::string> found;
    for (std::smatch match; !text.empty(); text = match.suffix()) {
      if (!std::regex_search(text, match, one, std::regex_constants::match_continuous)) {
        fault("labels");
        break;
      }
      if (!found.emplace(match[1], match[2]).second) fault("a label twice");
      if (match.length() == 0) break;
    }
    return found;
  }

  double number(std::string const& text) {
    if (text == "+Inf") return HUGE_VAL;
    char* end = nullptr;
    double const value = std::strtod(text.c_str(), &end);
    if (end == nullptr || *end != '\0') fault("no number");
    return value;
  }

  void sample(Sample made) {
    auto const& family = parsed_.families[current_];
    auto base = made.name;
    if (family.kind == "histogram") base = std::regex_replace(base, std::regex{"_(bucket|sum|count)$"}, "");
    if (base != current_) fault("a sample outside its family");
    if (!seen_.insert({made.name, made.labels}).second) fault("a series twice");
    parsed_.families[current_].samples.push_back(std::move(made));
  }

  void check(std::string const& name, Family const& family) {
    line_ = name;
    bool const counter = family.kind == "counter";
    if (family.kind != "gauge" && !counter && family.kind != "histogram") fault("kind " + family.kind);
    if (family.help.empty()) fault("no HELP");
    if (counter != name.ends_with("_total")) fault("counters, and they alone, end in _total");
    if (name.find("_ms") != std::string::npos || name.find("milli") != std::string::npos) fault("base units");
    if (!name.starts_with("ce_")) fault("the program's prefix");
    for (auto const& sample : family.samples) {
      if (family.kind != "gauge" && sample.value < 0) fault("counts below nothing");
    }
    if (family.kind == "histogram") check_histogram(family);
  }

  void check_histogram(Family const& family) {
    std::map<std::map<std::string, std::string>, std::map<double, double>> buckets;
    std::map<std::map<std::string, std::string>, double> counts;
    for (auto sample : family.samples) {
      if (sample.name.ends_with("_count")) counts[sample.labels] = sample.value;
      if (!sample.name.ends_with("_bucket")) continue;
      auto const le = number(sample.labels["le"]);
      sample.labels.erase("le");
      buckets[sample.labels][le] = sample.value;
    }
    if (buckets.size() != counts.size()) fault("buckets and counts differ");
    for (auto const& [labels, steps] : buckets) {
      double before = 0;
      for (auto const& [le, value] : steps) {
        if (value < before) fault("buckets must not fall");
        before = value;
      }
      if (!steps.contains(HUGE_VAL) || before != counts[labels]) fault("the last bucket is the count");
    }
  }

  Parsed parsed_;
  std::string current_;
  std::string line_;
  std::set<std::pair<std::string, std::map<std::string, std::string>>> seen_;
};

}  // namespace

Parsed parse_exposition(std::string_view text) {
  return Parser{}.run(text);
}

}  // namespace ce::tests
