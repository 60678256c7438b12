#include <libpq-fe.h>

#include <memory>

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

std::string describe_location(std::string const& location) {
  auto const parsed = parse(location);
  if (!parsed) return "postgresql";
  auto const service = value_of(parsed, "service");
  auto host = value_of(parsed, "host");
  auto const port = value_of(parsed, "port");
  if (host.empty() && !service.empty()) return "service " + service;
  if (host.empty()) host = "localhost";
  return host + (port.empty() ? "" : ":" + port) + "/" + value_of(parsed, "dbname");
}

}  // namespace ce::postgres
