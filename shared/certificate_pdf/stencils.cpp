#include "shared/certificate_pdf/stencils.h"

#include "shared/certificate_pdf/seal.h"

namespace ce::certificate_pdf {
namespace {

constexpr std::size_t most_seals = 256;

}  // namespace

std::shared_ptr<Ornaments const> Stencils::ornaments(Fonts::Faces const& faces) {
  std::lock_guard const lock{mutex_};
  if (!ornaments_) ornaments_ = std::make_shared<Ornaments>(draw_ornaments(faces));
  return ornaments_;
}

std::shared_ptr<std::string const> Stencils::seal(Fonts::Faces const& faces,
                                                  std::u32string const& authority) {
  std::lock_guard const lock{mutex_};
  if (auto const found = seals_.find(authority); found != seals_.end()) return found->second;
  if (seals_.size() >= most_seals) seals_.clear();
  auto drawn =
      std::make_shared<std::string const>(packed(seal_form(TypeCase{faces, Style::song}, authority)));
  return seals_.emplace(authority, std::move(drawn)).first->second;
}

}  // namespace ce::certificate_pdf
