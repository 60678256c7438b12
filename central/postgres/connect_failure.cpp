#include "central/postgres/connect_failure.h"

#include <poll.h>

#include <chrono>
#include <memory>
#include <regex>

#include "central/postgres/postgres.h"
#include "central/postgres/postgres_failure.h"

namespace ce::postgres {
namespace {

using Connecting = std::unique_ptr<PGconn, decltype(&PQfinish)>;

constexpr auto patience = std::chrono::seconds{8};

/// The SQLSTATE by which the last host refused, "28P01"; empty where none answered. libpq tells it only
/// within its message, and there only when asked before connecting.
std::string refusal(std::string const& location) {
  Connecting const connecting{begin_connecting(location), &PQfinish};
  PQsetErrorVerbosity(connecting.get(), PQERRORS_SQLSTATE);
  auto const deadline = std::chrono::steady_clock::now() + patience;
  auto wanted = PQstatus(connecting.get()) == CONNECTION_BAD ? PGRES_POLLING_FAILED : PGRES_POLLING_WRITING;
  while (wanted == PGRES_POLLING_READING || wanted == PGRES_POLLING_WRITING) {
    pollfd waiting{PQsocket(connecting.get()), short(wanted == PGRES_POLLING_READING ? POLLIN : POLLOUT), 0};
    auto const left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    if (left.count() <= 0 || ::poll(&waiting, 1, static_cast<int>(left.count())) <= 0) return {};
    wanted = PQconnectPoll(connecting.get());
  }
  std::string const said = PQerrorMessage(connecting.get());
  std::string state;
  std::regex const pattern{"[A-Z]+:  ([0-9A-Z]{5})\\b"};
  for (std::sregex_iterator at{said.begin(), said.end(), pattern}, end; at != end; ++at) state = at->str(1);
  if (state.empty() && PQconnectionNeedsPassword(connecting.get()) != 0) return "28P01";
  return state;
}

/// Whether some host answers that only does not take writes.
bool only_readers_answer(std::string const& location) {
  Connecting const connecting{start_connecting(location, "any"), &PQfinish};
  return PQstatus(connecting.get()) == CONNECTION_OK;
}

}  // namespace

Failure why_not_connected(std::string const& location) {
  auto const place = describe_location(location);
  auto const state = refusal(location);
  auto const because = state.empty() ? std::string{} : "（SQLSTATE " + state + "）";
  if (state == "3D000") {
    return {FailureCode::storage_unopenable,
            place + "：服务器上没有这个数据库" + because +
                "。请先建立：CREATE DATABASE ... TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C'"};
  }
  if (state.starts_with("28")) {
    return {FailureCode::storage_unopenable,
            place + "：数据库服务器不接受这个用户或口令" + because +
                "。请检查用户名，以及 PGPASSFILE 或 ~/.pgpass 中的口令（文件权限应为 0600）"};
  }
  if (state == "53300") {
    return {FailureCode::storage_busy, place + "：数据库服务器的连接数已满" + because +
                                           "。请调大 max_connections 或减少 [store] 的连接数"};
  }
  if (!state.empty() && code_of(state) != FailureCode::storage_lost) {
    return {FailureCode::storage_unopenable, place + "：数据库服务器拒绝连接" + because};
  }
  if (only_readers_answer(location)) {
    return {FailureCode::storage_lost, place +
                                           "：数据库服务器有应答，但没有一台可以写入。主库可能正在切换，请稍"
                                           "候再试；长时间如此请查看集群状态"};
  }
  return {FailureCode::storage_lost, place + "：数据库服务器连接不上" + because +
                                         "。请检查服务器是否运行、地址和端口是否正确、网络是否通畅"};
}

}  // namespace ce::postgres
