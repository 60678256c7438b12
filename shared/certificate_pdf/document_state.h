#pragma once

#include <hpdf.h>

#include <initializer_list>
#include <string>
#include <vector>

#include "shared/certificate_pdf/document.h"

// What a Document owns, and how libharu is called. Private to document*.cpp: libharu's names are macros.
namespace ce::certificate_pdf {

/// Thrown by libharu's error handler, caught by `guarded`.
struct HaruError {
  HPDF_STATUS code;
  HPDF_STATUS detail;
};

template <class Step>
Result<void> guarded(char const* what, Step&& step) {
  try {
    step();
    return {};
  } catch (HaruError const& error) {
    return Failure{FailureCode::sheet_not_rendered, std::string(what) + ": libharu error " +
                                                        std::to_string(error.code) + ", detail " +
                                                        std::to_string(error.detail)};
  }
}

struct Document::State {
  HPDF_Doc pdf = nullptr;
  Facts facts;
  HPDF_Dict resources = nullptr;  // of every page
  HPDF_Dict fonts = nullptr;      // owned by the resources
  HPDF_Dict xobjects = nullptr;   // as above
  std::string identity;           // all that tells this document from others
  bool transparent = false;       // something that is drawn lets shine through what is below

  State() = default;
  State(State const&) = delete;
  State& operator=(State const&) = delete;
  ~State() {
    if (pdf != nullptr) HPDF_Free(pdf);
  }

  void begin();
  HPDF_Page new_page() const;
  void add_font(int index, TypeCase const& used, std::string const& name);
  void add_form(std::string const& name, std::string const& packed_operators, HPDF_Dict own_resources) const;
  void add_picture(std::string const& name, SealPicture const& seal);
  void add_identifier() const;

  HPDF_Dict indirect_dict() const;
  HPDF_Dict compressed_stream(std::string const& content) const;
  HPDF_Dict deflated_stream(std::string const& bytes) const;
  HPDF_Dict fax_stream(std::string const& bytes) const;
  HPDF_Array numbers(std::initializer_list<double> values) const;

 private:
  static void write(HPDF_Stream stream, std::string const& content);
  void add_info(char const* key, std::string const& text) const;
  void describe(archive::Facts const& said) const;
  void add_output_intent() const;
  HPDF_Dict descriptor(std::vector<Outline> const& outlines, std::string const& name) const;
  HPDF_Dict image(SealPicture::Plane const& plane) const;
  HPDF_Dict stencil(SealPicture::Plane const& shape) const;
  HPDF_Dict picture(SealPicture const& picture) const;
  HPDF_Array palette_space(std::string palette) const;
};

}  // namespace ce::certificate_pdf
