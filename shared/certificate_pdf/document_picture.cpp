// Pictures in a document: image XObjects with a soft mask (ISO 32000-1, 8.9.5 and 11.6.5.3), which PDF/A-2
// allows (ISO 19005-2, 6.2.8 and 6.2.10). Built by hand like the fonts: libharu would keep every pixel of a
// PNG file.
#include "shared/certificate_pdf/document_state.h"
#include "shared/certificate_pdf/pen.h"

namespace ce::certificate_pdf {

HPDF_Dict Document::State::image(SealPicture const& picture, SealPicture::Plane const& samples, int colours,
                                 int bits) const {
  HPDF_Dict image = deflated_stream(samples.bytes);
  HPDF_Dict_AddName(image, "Type", "XObject");
  HPDF_Dict_AddName(image, "Subtype", "Image");
  HPDF_Dict_AddNumber(image, "Width", static_cast<HPDF_INT32>(picture.width));
  HPDF_Dict_AddNumber(image, "Height", static_cast<HPDF_INT32>(picture.height));
  HPDF_Dict_AddNumber(image, "BitsPerComponent", bits);
  if (!samples.predicted) return image;
  HPDF_Dict how = HPDF_Dict_New(pdf->mmgr);
  HPDF_Dict_Add(image, "DecodeParms", how);
  HPDF_Dict_AddNumber(how, "Predictor", 15);
  HPDF_Dict_AddNumber(how, "Colors", colours);
  HPDF_Dict_AddNumber(how, "Columns", static_cast<HPDF_INT32>(picture.width));
  return image;
}

HPDF_Array Document::State::one_colour_space(std::string colour) const {
  HPDF_Array space = HPDF_Array_New(pdf->mmgr);
  HPDF_Array_AddName(space, "Indexed");
  HPDF_Array_AddName(space, "DeviceRGB");
  HPDF_Array_AddNumber(space, 0);  // the highest index
  HPDF_Array_Add(space, HPDF_Binary_New(pdf->mmgr, reinterpret_cast<HPDF_BYTE*>(colour.data()),
                                        static_cast<HPDF_UINT>(colour.size())));
  return space;
}

void Document::State::add_picture(std::string const& name, SealPicture const& picture) {
  constexpr int bits = 8;
  HPDF_Dict mask = image(picture, picture.opacity, 1, bits);
  HPDF_Dict_AddName(mask, "ColorSpace", "DeviceGray");
  HPDF_Dict seen = image(picture, picture.colours, 3, picture.one_colour ? 1 : bits);
  if (picture.one_colour) {
    HPDF_Dict_Add(seen, "ColorSpace", one_colour_space(*picture.one_colour));
  } else {
    HPDF_Dict_AddName(seen, "ColorSpace", "DeviceRGB");
  }
  HPDF_Dict_Add(seen, "SMask", mask);

  HPDF_Dict own = HPDF_Dict_New(pdf->mmgr);
  HPDF_Dict pictures = HPDF_Dict_New(pdf->mmgr);
  HPDF_Dict_Add(own, "XObject", pictures);
  HPDF_Dict_Add(pictures, "Picture", seen);
  Pen pen;
  pen.place({-picture.width_mm / 2, -picture.height_mm / 2}, 0, picture.width_mm * Pen::units_per_mm,
            picture.height_mm * Pen::units_per_mm);
  pen.draw("Picture");
  add_form(name, packed(pen.operators()), own);
  transparent = true;
  identity += archive::identifier(picture.opacity.bytes) + archive::identifier(picture.colours.bytes) +
              picture.one_colour.value_or("");
}

Result<void> Document::add_picture(std::string const& name, SealPicture const& picture) {
  return guarded("picture", [&] { state_->add_picture(name, picture); });
}

}  // namespace ce::certificate_pdf
