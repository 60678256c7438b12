#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "shared/certificate_pdf/border.h"
#include "shared/certificate_pdf/faces.h"
#include "shared/certificate_pdf/seal_picture.h"

namespace ce::certificate_pdf {

/// Drawings that sheet after sheet has in common, drawn and packed once for a set of faces: they are half the
/// work of a sheet. What is kept says nothing about any person. Any thread.
class Stencils {
 public:
  [[nodiscard]] std::shared_ptr<Ornaments const> ornaments(Fonts::Faces const& faces);
  /// The seal of an authority as a form, packed; a province has some two hundred.
  [[nodiscard]] std::shared_ptr<std::string const> seal(Fonts::Faces const& faces,
                                                        std::u32string const& authority);

  /// The picture of a seal, as pack_seal_picture() makes it; a kiosk prints for few authorities, and what
  /// would be too much to keep is made anew.
  [[nodiscard]] Result<std::shared_ptr<SealPicture const>> picture(std::string const& png);

 private:
  std::mutex mutex_;
  std::shared_ptr<Ornaments const> ornaments_;
  std::map<std::u32string, std::shared_ptr<std::string const>> seals_;
  std::map<std::string, std::shared_ptr<SealPicture const>> pictures_;  // by the PNG file
  std::size_t picture_bytes_ = 0;                                       // that pictures_ take
};

}  // namespace ce::certificate_pdf
