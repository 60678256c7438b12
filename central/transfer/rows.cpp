#include "central/transfer/rows.h"

#include <algorithm>
#include <charconv>

#include "central/transfer/row_file.h"

namespace ce::transfer {
namespace {

void append_escaped(std::string& line, std::string_view text) {
  for (char const c : text) {
    switch (c) {
      case '\\':
        line += "\\\\";
        break;
      case '\t':
        line += "\\t";
        break;
      case '\n':
        line += "\\n";
        break;
      case '\r':
        line += "\\r";
        break;
      default:
        line += c;
    }
  }
}

void append_hex(std::string& line, std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  line += "\\\\x";
  for (char const c : bytes) {
    auto const byte = static_cast<unsigned char>(c);
    line += digits[byte >> 4U];
    line += digits[byte & 0xFU];
  }
}

Failure garbled(Table const& table) {
  return {FailureCode::storage_corrupt, "a line of table " + table.name + " cannot be understood"};
}

std::optional<std::string> unescape(std::string_view field) {
  std::string text;
  for (std::size_t i = 0; i < field.size(); ++i) {
    if (field[i] != '\\') {
      text += field[i];
      continue;
    }
    if (++i == field.size()) return std::nullopt;
    switch (field[i]) {
      case '\\':
        text += '\\';
        break;
      case 't':
        text += '\t';
        break;
      case 'n':
        text += '\n';
        break;
      case 'r':
        text += '\r';
        break;
      default:
        return std::nullopt;
    }
  }
  return text;
}

std::optional<std::string> unhex(std::string_view text) {
  if (!text.starts_with("\\x") || text.size() % 2 != 0) return std::nullopt;
  std::string bytes;
  for (std::size_t i = 2; i < text.size(); i += 2) {
    unsigned byte = 0;
    auto const* const end = text.data() + i + 2;
    if (std::from_chars(text.data() + i, end, byte, 16).ptr != end) return std::nullopt;
    bytes += static_cast<char>(byte);
  }
  return bytes;
}

}  // namespace

Result<Digest> read_rows(storage::Database& database, Table const& table,
                         std::function<Result<void>(std::string_view line, std::int64_t row)> const& take,
                         std::string_view where) {
  auto rows = database.prepare("SELECT " + columns_of(table) + " FROM " + table.name +
                               (where.empty() ? "" : " WHERE " + std::string{where}) + " ORDER BY " +
                               list_of(table.key));
  Digest digest;
  Sha256 hash;
  std::string line;
  for (;;) {
    CE_TRY(bool const more, rows.step());
    if (!more) break;
    line.clear();
    for (int i = 0; i < static_cast<int>(table.columns.size()); ++i) {
      if (i > 0) line += '\t';
      if (rows.is_null(i)) {
        line += "\\N";
      } else if (table.columns[static_cast<std::size_t>(i)].kind == Kind::bytes) {
        append_hex(line, rows.blob(i));
      } else {
        append_escaped(line, rows.text(i));  // integers too: what is none must not become 0
      }
    }
    line += '\n';
    hash.add(line);
    ++digest.rows;
    if (take) CE_CHECK(take(line, digest.rows));
  }
  digest.sha256 = hash.finish();
  return digest;
}

Result<std::vector<std::optional<std::string>>> fields_of(std::string_view line, Table const& table) {
  std::vector<std::optional<std::string>> fields;
  for (std::size_t from = 0; from <= line.size();) {
    auto const to = std::min(line.find('\t', from), line.size());
    auto const field = line.substr(from, to - from);
    from = to + 1;
    if (field == "\\N") {
      fields.emplace_back();
      continue;
    }
    fields.push_back(unescape(field));
    if (!fields.back()) return garbled(table);
  }
  if (fields.size() != table.columns.size()) return garbled(table);
  return fields;
}

Result<void> bind_line(storage::Statement& insert, std::string_view line, Table const& table) {
  CE_TRY(auto const fields, fields_of(line, table));
  for (std::size_t i = 0; i < fields.size(); ++i) {
    int const parameter = static_cast<int>(i) + 1;
    auto const& field = fields[i];
    if (!field) {
      insert.bind_null(parameter);
    } else if (table.columns[i].kind == Kind::bytes) {
      auto const bytes = unhex(*field);
      if (!bytes) return garbled(table);
      insert.bind_blob(parameter, *bytes);
    } else if (table.columns[i].kind == Kind::integer) {
      std::int64_t value = 0;
      auto const* const end = field->data() + field->size();
      if (auto const read = std::from_chars(field->data(), end, value);
          read.ptr != end || read.ec != std::errc{}) {
        return garbled(table);
      }
      insert.bind(parameter, value);
    } else {
      insert.bind(parameter, *field);
    }
  }
  return {};
}

}  // namespace ce::transfer
