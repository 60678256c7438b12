#pragma once

#include <string>
#include <vector>

#include "central/web/shell.h"

namespace ce::web {

struct Fact {
  std::string name;
  std::string value;
};
[[nodiscard]] Fields fields_of(Fact const& fact);

/// One learning record with its proofs, what it overlaps, its way through the review, and what the visitor
/// may do about it.
struct RecordView {
  Badge state;
  std::string standing;  // where it is, in words
  std::vector<Fact> facts;
  struct Proof {
    std::string href;
    std::string word;  // "PDF 文件，1.2 MB"
  };
  std::vector<Proof> proofs;
  struct Overlap {
    std::string content;
    std::string days;
    std::string state;
  };
  std::vector<Overlap> overlaps;
  struct Step {
    Tone tone = Tone::none;
    std::string what;
    std::string who;
    std::string at;
    std::string reason;
  };
  std::vector<Step> history;
  std::string version;
  bool decides = false;      // may take the next step of article 13
  bool resubmits = false;    // returned, and the visitor's to send anew
  bool adds_proofs = false;  // on its way, and the visitor's
  std::string action;
  std::string edit;           // address of the form to correct it
  std::vector<Field> fields;  // of the decision
};

[[nodiscard]] std::string record_page(Shell const& shell, RecordView const& view);

}  // namespace ce::web
