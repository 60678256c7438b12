#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "printer_bench.h"

namespace ce::drivers {
namespace {

/// A port that takes connections, or not, and never says a word.
class MutePort {
 public:
  explicit MutePort(bool listens) : fd_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const generic = reinterpret_cast<sockaddr*>(&address);
    EXPECT_EQ(::bind(fd_, generic, size), 0);
    EXPECT_EQ(::getsockname(fd_, generic, &size), 0);
    if (listens) {
      EXPECT_EQ(::listen(fd_, 8), 0);
    }
    port_ = ntohs(address.sin_port);
  }
  MutePort(MutePort const&) = delete;
  MutePort& operator=(MutePort const&) = delete;
  ~MutePort() { ::close(fd_); }

  [[nodiscard]] IppPrinter printer() const {
    IppPrinterOptions options;
    options.uri = "ipp://127.0.0.1:" + std::to_string(port_) + "/ipp/print";
    options.answer_limit = std::chrono::milliseconds{700};
    return IppPrinter{options};
  }

 private:
  int fd_;
  int port_ = 0;
};

void expect_unreachable(IppPrinter printer) {
  std::vector<Failure> failures;
  auto const collect = [&](auto const& result) {
    if (result) {
      ADD_FAILURE() << "reached a printer that is not there";
    } else {
      failures.push_back(result.failure());
    }
  };
  collect(printer.status());
  collect(printer.submit(sample_pdf(), "ce-lost"));
  collect(printer.job({1}));
  collect(printer.find_job("ce-lost"));
  collect(printer.cancel({1}));
  for (auto const& failure : failures) {
    EXPECT_EQ(failure.code, FailureCode::printer_unreachable) << describe(failure);
    EXPECT_NE(failure.detail.find("127.0.0.1"), std::string::npos);
  }
}

TEST(PrinterAbsent, APortThatNobodyListensOnIsUnreachable) {
  expect_unreachable(MutePort{false}.printer());
}

TEST(PrinterAbsent, AConnectionWithoutAnAnswerEndsAtItsLimit) {
  MutePort const mute{true};
  auto const begun = std::chrono::steady_clock::now();
  expect_unreachable(mute.printer());
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds{60});  // five calls; a hang guard
}

// libcups keeps its last error per thread, and none before the first.
TEST(PrinterAbsent, AFreshThreadIsToldSoToo) {
  for (bool const listens : {false, true}) {
    MutePort const port{listens};
    std::thread{[&] {
      auto const status = port.printer().status();
      ASSERT_FALSE(status);
      EXPECT_EQ(status.failure().code, FailureCode::printer_unreachable);
    }}.join();
  }
}

class Lost : public PrinterBench {};

TEST_F(Lost, APrinterKilledInMidJobIsUnreachableAndRemembersNothingWhenItIsBack) {
  IppPrinter printer = make_printer(std::chrono::seconds{2});
  control("state media-empty");
  auto const id = printer.submit(sample_pdf(), "ce-cut");
  ASSERT_TRUE(id);
  follow(printer, *id, [](auto const& report) { return !report.problems.empty(); });
  kill();
  auto const gone = printer.job(*id);
  ASSERT_FALSE(gone);
  EXPECT_EQ(gone.failure().code, FailureCode::printer_unreachable);

  control("");
  restart();
  auto const unknown = printer.job(*id);
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.failure().code, FailureCode::printer_outcome_unknown);
  EXPECT_EQ(printer.find_job("ce-cut").value(), std::nullopt);
  EXPECT_TRUE(documents("printed").empty());

  auto const again = printer.submit(sample_pdf(), "ce-again");
  ASSERT_TRUE(again) << describe(again.failure());
  EXPECT_EQ(follow(printer, *again, has_ended).state, ports::JobState::completed);
  EXPECT_EQ(documents().size(), 2U);
}

}  // namespace
}  // namespace ce::drivers
