#pragma once

#include <string>

#include "wire.h"

namespace ce::tests {

/// Keeps an answer, once however often it comes; at the end of the program those that openapi.yaml describes
/// are held against it (tests/contract/answers.py), and what differs fails the program. `asked` is "METHOD
/// TARGET", empty for an answer to what is no single request. Any thread.
void note_answer(std::string const& asked, Answer const& answer);

}  // namespace ce::tests
