#pragma once

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include "shared/base/result.h"

namespace ce::log {

/// Every kind of line that may be written, one row each in events.def.
enum class Event : std::uint8_t {
#define CE_EVENT(name, level) name,
#include "events.def"
#undef CE_EVENT
};

enum class Level : std::uint8_t { debug, info, warning, error };

/// One named value of a line. There is no constructor from Secret<T>, so personal data does not compile;
/// text values are for codes, device names and counts, never for what a person is called.
struct Field {
  std::string_view name;
  std::variant<std::int64_t, bool, std::string> value;

  Field(std::string_view n, std::int64_t v) : name(n), value(v) {}
  Field(std::string_view n, int v) : name(n), value(std::int64_t{v}) {}
  Field(std::string_view n, std::size_t v) : name(n), value(static_cast<std::int64_t>(v)) {}
  Field(std::string_view n, bool v) : name(n), value(v) {}
  Field(std::string_view n, std::string v) : name(n), value(std::move(v)) {}
  Field(std::string_view n, std::string_view v) : name(n), value(std::string{v}) {}
  Field(std::string_view n, char const* v) : name(n), value(std::string{v}) {}
};

/// Writes JSON lines: {"time","level","event", fields...}. Text is scanned once more on its way out and
/// anything shaped like an identity number is starred. Any thread.
class Logger {
 public:
  /// To standard error.
  static Logger to_stderr(Level least = Level::info);
  /// To a file of at most `max_bytes`, keeping `keep` older ones. Fails with storage_unopenable.
  static Result<Logger> to_file(std::filesystem::path const& file, std::size_t max_bytes, std::size_t keep,
                                Level least = Level::info);
  Logger(Logger&&) noexcept;
  Logger& operator=(Logger&&) noexcept;
  ~Logger();

  void event(Event event, std::initializer_list<Field> fields = {}) const;

 private:
  struct Sink;
  explicit Logger(std::unique_ptr<Sink> sink);
  std::unique_ptr<Sink> sink_;
};

/// Runs of 15 or 17 to 18 digits (a last X included) become stars; what Logger applies to every text.
[[nodiscard]] std::string redact(std::string_view text);

}  // namespace ce::log
