#pragma once

/// toml++, for every room that reads TOML. What is wrong in a file is the reader's to tell, yet some of it
/// the library also asserts in builds without NDEBUG ("[;" ends the program), so its assertions are off in
/// all of them.
#define TOML_ASSERT(expression) static_assert(true)
#include <toml++/toml.h>  // IWYU pragma: export
