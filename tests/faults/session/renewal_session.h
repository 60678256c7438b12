#pragma once

#include "faults/session/trial.h"
#include "kiosk/identity/identity.h"

namespace ce::test {

/// The kiosk's next certificate, as if two thirds of the present one's life were over: a new key, the request
/// by mutual TLS, the answer kept. Whatever comes, the directory holds the pair of before to the byte or the
/// next one, as the kiosk was told; with it central serves the kiosk on a connection of its own; and what did
/// not go through does at once when nothing disturbs.
class RenewalSession final : public Trial {
 public:
  RenewalSession(Place place, BadProxy& proxy);

  [[nodiscard]] std::string_view name() const override { return "renewal"; }
  [[nodiscard]] bool takes(Mischief) const override { return true; }
  BadProxy::Counts measure() override;
  [[nodiscard]] std::vector<std::string> run(Mischief mischief, std::size_t at) override;

 private:
  [[nodiscard]] Result<bool> renew(drivers::HttpCentral& central) const;
  /// Renews and gives what is wrong with what is kept then; `through` is whether it went through.
  [[nodiscard]] std::vector<std::string> renew_and_look(drivers::HttpCentral& central, bool& through) const;
  /// Whether central serves who shows that pair.
  [[nodiscard]] bool is_served() const;
  /// Names and bytes of all that lies beside the pair.
  [[nodiscard]] std::string beside() const;

  Place place_;
  kiosk_identity::Files files_;
  BadProxy* proxy_;
  Lines lines_;
};

}  // namespace ce::test
