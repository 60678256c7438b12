#pragma once

#include "kiosk/present/words.h"
#include "kiosk/session/mode.h"

namespace ce::present {

/// The words of every language that a visitor may choose.
struct Vocabulary {
  Words chinese;
  Words english;

  [[nodiscard]] Words const& of(session::Language language) const {
    return language == session::Language::english ? english : chinese;
  }
};

}  // namespace ce::present
