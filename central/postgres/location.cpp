#include <libpq-fe.h>

#include <memory>
#include <vector>

#include "central/postgres/postgres.h"

namespace ce::postgres {
namespace {

using Parsed = std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)>;

Parsed parse(std::string const& location) {
  return {PQconninfoParse(location.c_str(), nullptr), &PQconninfoFree};
}

std::string value_of(Parsed const& parsed, std::string_view keyword) {
  for (auto const* option = parsed.get(); option != nullptr && option->keyword != nullptr; ++option) {
    if (option->keyword == keyword && option->val != nullptr) return option->val;
  }
  return {};
}

/// A list as libpq takes it, "db1,db2"; at least one part, which may be empty.
std::vector<std::string> parts_of(std::string const& list) {
  std::vector<std::string> parts(1);
  for (char const c : list) {
    if (c == ',') {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

}  // namespace

bool is_location(std::string_view text) {
  if (text.starts_with("postgresql://") || text.starts_with("postgres://")) return true;
  auto const equals = text.find('=');
  return equals != std::string_view::npos && text.substr(0, equals).find('/') == std::string_view::npos;
}

Result<void> check_location(std::string const& location) {
  auto const parsed = parse(location);
  if (!parsed) {
    return Failure{FailureCode::config_value_invalid,
                   "数据库地址写法有误，应如 postgresql://ce@db1,db2/ce 或 host=db1,db2 dbname=ce user=ce"};
  }
  if (!value_of(parsed, "password").empty()) {
    return Failure{FailureCode::config_value_invalid,
                   "数据库地址中不得写口令；请把口令放入只有本程序能读的文件，用 passfile=路径 或环境变量 "
                   "PGPASSFILE 指明"};
  }
  return {};
}

Result<void> check_writers_location(std::string const& location) {
  CE_CHECK(check_location(location));
  auto const wanted = value_of(parse(location), "target_session_attrs");
  if (wanted.empty() || wanted == "read-write" || wanted == "primary") return {};
  return Failure{FailureCode::config_value_invalid,
                 "target_session_attrs=" + wanted +
                     " 会选中不能写入的备库；请删去这一项（默认为 read-write），备库请写在 readers"};
}

std::string describe_location(std::string const& location) {
  auto const parsed = parse(location);
  if (!parsed) return "postgresql";
  auto const service = value_of(parsed, "service");
  auto const hosts = parts_of(value_of(parsed, "host"));
  auto const ports = parts_of(value_of(parsed, "port"));
  if (hosts.front().empty() && !service.empty()) return "service " + service;
  std::string told;
  for (std::size_t i = 0; i < hosts.size(); ++i) {
    auto const& port = ports.size() == 1 ? ports.front() : i < ports.size() ? ports[i] : std::string{};
    told.append(i == 0 ? "" : ",").append(hosts[i].empty() ? "localhost" : hosts[i]);
    if (!port.empty()) told.append(":").append(port);
  }
  return told + "/" + value_of(parsed, "dbname");
}

}  // namespace ce::postgres
