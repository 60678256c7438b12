#pragma once

namespace ce::test {

/// What happens to one call of this thread that writes: write, fsync, rename, link or unlink of the C
/// library.
enum class Blow {
  none,
  full,
  io_error,
  half
};  // half: a part of a write is taken and the rest refused as full

/// Lies between this program and the system, as functions of the same names. Off until planned.
namespace failing_calls {

/// The `at`th call from now on, from 1, and every later one where `lasting`.
void plan(Blow blow, int at, bool lasting);
/// Calls since plan(); back to the system's own.
int end();
/// Whether the last call that changed a name was followed by an fsync of a directory.
[[nodiscard]] bool names_pressed();

}  // namespace failing_calls
}  // namespace ce::test
