#pragma once

#include <memory>
#include <string>

#include "shared/base/result.h"
#include "shared/certificate_pdf/archive.h"
#include "shared/certificate_pdf/seal_picture.h"
#include "shared/certificate_pdf/type_case.h"

namespace ce::certificate_pdf {

/// A PDF file of pages of one size, written by libharu 2.3.0. One document, one thread; no clock and no
/// random number goes into it. Every call but save() must succeed or the failure is kept and told by save().
class Document {
 public:
  struct Facts {
    archive::Facts said;
    double width_mm = 0;
    double height_mm = 0;
  };
  static Result<Document> make(Facts const& facts);
  Document(Document&&) noexcept;
  Document& operator=(Document&&) noexcept;
  ~Document();

  /// Embeds the characters used as /F<index>, with a table from glyphs to characters for reading machines.
  Result<void> add_font(int index, TypeCase const& used, std::string const& name);
  /// A drawing that pages can repeat, as resource /<name>: operators of a Pen, packed.
  Result<void> add_form(std::string const& name, std::string const& packed_operators);
  /// A picture about its middle, as a form that pages can call; opaque only where it has ink.
  /// Before the pages.
  Result<void> add_picture(std::string const& name, SealPicture const& picture);
  /// `behind`: what is drawn first, by packed_page(); may be empty.
  Result<void> add_page(std::string const& operators, std::string const& behind = {});
  /// The same of operators that deflated() has made small, for documents of thousands of pages.
  Result<void> add_deflated_page(std::string const& body, std::string const& footer);
  /// The file's bytes. Fails with sheet_not_rendered.
  [[nodiscard]] Result<std::string> save() const;

 private:
  struct State;
  explicit Document(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// A stream that many documents share, deflated as small as it gets.
[[nodiscard]] std::string packed(std::string const& content);
/// Page operators as a content stream with its units set, packed.
[[nodiscard]] std::string packed_page(std::string const& operators);
/// Page operators as a content stream with its units set, deflated.
[[nodiscard]] std::string deflated(std::string const& operators);

}  // namespace ce::certificate_pdf
