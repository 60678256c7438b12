// Pictures in a document: image XObjects with a stencil or a soft mask (ISO 32000-1, 8.9.5, 8.9.6 and
// 11.6.5.3), which PDF/A-2 allows (ISO 19005-2, 6.2.8 and 6.2.10). Built by hand like the fonts: libharu
// would keep every pixel of a PNG file.
#include "shared/certificate_pdf/document_state.h"
#include "shared/certificate_pdf/pen.h"

namespace ce::certificate_pdf {
namespace {

constexpr int full_opacity = 255;
constexpr std::size_t bytes_of_a_colour = 3;

Colour colour_of(std::string const& palette) {
  auto const share = [&](std::size_t i) {
    return (static_cast<unsigned char>(palette[i]) * 1000 + full_opacity / 2) / full_opacity;
  };
  return {share(0), share(1), share(2)};
}

}  // namespace

HPDF_Dict Document::State::image(SealPicture::Plane const& plane) const {
  using Packing = SealPicture::Packing;
  HPDF_Dict image = plane.packing == Packing::fax ? fax_stream(plane.bytes) : deflated_stream(plane.bytes);
  HPDF_Dict_AddName(image, "Type", "XObject");
  HPDF_Dict_AddName(image, "Subtype", "Image");
  HPDF_Dict_AddNumber(image, "Width", static_cast<HPDF_INT32>(plane.width));
  HPDF_Dict_AddNumber(image, "Height", static_cast<HPDF_INT32>(plane.height));
  HPDF_Dict_AddNumber(image, "BitsPerComponent", plane.bits);
  if (plane.packing == Packing::deflated) return image;
  HPDF_Dict how = HPDF_Dict_New(pdf->mmgr);
  HPDF_Dict_Add(image, "DecodeParms", how);
  HPDF_Dict_AddNumber(how, "Columns", static_cast<HPDF_INT32>(plane.width));
  if (plane.packing == Packing::predicted) {
    HPDF_Dict_AddNumber(how, "Predictor", 15);
  } else {
    HPDF_Dict_AddNumber(how, "K", -1);
    HPDF_Dict_AddNumber(how, "Rows", static_cast<HPDF_INT32>(plane.height));
  }
  return image;
}

HPDF_Dict Document::State::stencil(SealPicture::Plane const& shape) const {
  HPDF_Dict stencil = image(shape);
  HPDF_Dict_AddBoolean(stencil, "ImageMask", HPDF_TRUE);
  return stencil;
}

HPDF_Array Document::State::palette_space(std::string palette) const {
  HPDF_Array space = HPDF_Array_New(pdf->mmgr);
  HPDF_Array_AddName(space, "Indexed");
  HPDF_Array_AddName(space, "DeviceRGB");
  HPDF_Array_AddNumber(space,
                       static_cast<HPDF_INT32>(palette.size() / bytes_of_a_colour - 1));  // the highest index
  HPDF_Array_Add(space, HPDF_Binary_New(pdf->mmgr, reinterpret_cast<HPDF_BYTE*>(palette.data()),
                                        static_cast<HPDF_UINT>(palette.size())));
  return space;
}

HPDF_Dict Document::State::picture(SealPicture const& picture) const {
  if (picture.colours.bytes.empty()) return stencil(picture.shape);
  HPDF_Dict seen = image(picture.colours);
  HPDF_Dict_Add(seen, "ColorSpace", palette_space(picture.palette));
  if (picture.is_stencil()) {
    HPDF_Dict_Add(seen, "Mask", stencil(picture.shape));
  } else {
    HPDF_Dict mask = image(picture.shape);
    HPDF_Dict_AddName(mask, "ColorSpace", "DeviceGray");
    HPDF_Dict_Add(seen, "SMask", mask);
  }
  return seen;
}

void Document::State::add_picture(std::string const& name, SealPicture const& seal) {
  HPDF_Dict own = HPDF_Dict_New(pdf->mmgr);
  HPDF_Dict pictures = HPDF_Dict_New(pdf->mmgr);
  HPDF_Dict_Add(own, "XObject", pictures);
  HPDF_Dict_Add(pictures, "Picture", picture(seal));
  Pen pen;
  if (seal.is_stencil() && seal.opacity < full_opacity) {
    HPDF_Dict looks = HPDF_Dict_New(pdf->mmgr);
    HPDF_Dict_Add(own, "ExtGState", looks);
    HPDF_Dict ink = HPDF_Dict_New(pdf->mmgr);
    HPDF_Dict_Add(looks, "Ink", ink);
    HPDF_Dict_AddReal(ink, "ca", static_cast<HPDF_REAL>(seal.opacity) / full_opacity);
    pen.look("Ink");
  }
  if (seal.colours.bytes.empty()) pen.fill_colour(colour_of(seal.palette));
  pen.place({-seal.width_mm / 2, -seal.height_mm / 2}, 0, seal.width_mm * Pen::units_per_mm,
            seal.height_mm * Pen::units_per_mm);
  pen.draw("Picture");
  add_form(name, packed(pen.operators()), own);
  transparent = !seal.is_stencil() || seal.opacity < full_opacity;
  identity += archive::identifier(seal.shape.bytes) + archive::identifier(seal.colours.bytes) + seal.palette +
              std::to_string(seal.opacity);
}

Result<void> Document::add_picture(std::string const& name, SealPicture const& picture) {
  return guarded("picture", [&] { state_->add_picture(name, picture); });
}

}  // namespace ce::certificate_pdf
