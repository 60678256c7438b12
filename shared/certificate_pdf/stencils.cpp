#include "shared/certificate_pdf/stencils.h"

#include "shared/certificate_pdf/seal.h"

namespace ce::certificate_pdf {
namespace {

constexpr std::size_t most_seals = 256;
constexpr std::size_t most_kept_bytes = 24U << 20U;

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

Result<std::shared_ptr<SealPicture const>> Stencils::picture(std::string const& png) {
  std::lock_guard const lock{mutex_};
  if (auto const found = pictures_.find(png); found != pictures_.end()) return found->second;
  CE_TRY(auto made, pack_seal_picture(png));
  auto const bytes = png.size() + made.bytes();
  if (picture_bytes_ + bytes > most_kept_bytes) {
    pictures_.clear();
    picture_bytes_ = 0;
  }
  picture_bytes_ += bytes;
  return pictures_.emplace(png, std::make_shared<SealPicture const>(std::move(made))).first->second;
}

}  // namespace ce::certificate_pdf
