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

// `of_submit`: where something was sent, the document may be on its way.
void expect_unreachable(IppPrinter printer, FailureCode of_submit = FailureCode::printer_unreachable) {
  std::vector<Failure> failures;
  auto const collect = [&](auto const& result) {
    if (result) {
      ADD_FAILURE() << "reached a printer that is not there";
    } else {
      failures.push_back(result.failure());
    }
  };
  collect(printer.status());
  auto const sent = printer.submit(sample_pdf(), "ce-lost");
  ASSERT_FALSE(sent);
  EXPECT_EQ(sent.failure().code, of_submit) << describe(sent.failure());
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
  expect_unreachable(mute.printer(), FailureCode::printer_outcome_unknown);
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

TEST_F(Lost, AJobVanishesWithThePrintersPowerAndNothingOfItComesOutLater) {
  IppPrinter printer = make_printer();
  control("state paused");
  auto const id = printer.submit(sample_pdf(), "ce-vanished");
  ASSERT_TRUE(id);
  follow(printer, *id, [](auto const& report) { return !report.problems.empty(); });
  power("cycle");
  EXPECT_EQ(printer.job(*id).failure().code, FailureCode::printer_outcome_unknown);
  control("");
  auto const next = printer.submit(sample_pdf(), "ce-next");
  ASSERT_TRUE(next);
  auto const report = follow(printer, *next, has_ended);
  EXPECT_EQ(report.id, *id) << "numbers begin anew";
  EXPECT_EQ(report.name, "ce-next") << "names do not";
  EXPECT_EQ(documents("printed").size(), 1U);
}

TEST_F(Lost, AnotherPrinterAtTheAddressNamesItself) {
  IppPrinter printer = make_printer();
  auto const before = printer.status().value();
  power("cycle");
  EXPECT_EQ(printer.status().value().uuid, before.uuid) << "a power cut makes no other printer";
  power("replace");
  auto const after = printer.status().value();
  EXPECT_TRUE(before.uuid.starts_with("urn:uuid:"));
  EXPECT_TRUE(after.uuid.starts_with("urn:uuid:"));
  EXPECT_NE(after.uuid, before.uuid);
  EXPECT_NE(after.make_and_model, before.make_and_model);
}

// The answer is lost while the document is still on its way: "no such job" would be a wrong comfort.
TEST_F(Lost, ADocumentOnItsWayHasNoKnownOutcomeAndMayArriveLater) {
  wire();
  IppPrinter printer = make_printer(std::chrono::seconds{1});
  cable("hold");
  auto const sent = printer.submit(sample_pdf(), "ce-late");
  ASSERT_FALSE(sent);
  EXPECT_EQ(sent.failure().code, FailureCode::printer_outcome_unknown) << describe(sent.failure());
  EXPECT_TRUE(documents().empty());
  cable("");
  std::optional<ports::JobReport> late;
  for (int i = 0; i < 400 && !late; ++i) {
    late = printer.find_job("ce-late").value();
    std::this_thread::sleep_for(std::chrono::milliseconds{50});
  }
  ASSERT_TRUE(late);
  EXPECT_EQ(follow(printer, late->id, has_ended).state, ports::JobState::completed);
}

TEST_F(Lost, ARefusalIsAnAnswerAndNothingIsOnItsWay) {
  wire();
  IppPrinter printer = make_printer(std::chrono::seconds{2});
  cable("cut");
  auto const refused = printer.submit(sample_pdf(), "ce-cut");
  ASSERT_FALSE(refused);
  EXPECT_TRUE(refused.failure().code == FailureCode::printer_unreachable ||
              refused.failure().code == FailureCode::printer_outcome_unknown);
  cable("mute");
  auto const mute = printer.submit(sample_pdf(), "ce-mute");
  ASSERT_FALSE(mute);
  EXPECT_EQ(mute.failure().code, FailureCode::printer_outcome_unknown);
  cable("");
  auto const arrived = printer.find_job("ce-mute");
  ASSERT_TRUE(arrived && arrived->has_value()) << "it arrived; only the answer was lost";
  follow(printer, (*arrived)->id, has_ended);
}

}  // namespace
}  // namespace ce::drivers
