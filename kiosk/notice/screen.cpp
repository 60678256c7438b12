#include "kiosk/notice/screen.h"

#include <algorithm>

namespace ce::notice {
namespace {

// Those of the kiosk's own screens (kiosk/widgets/palette.cpp), by which a hall knows the machine.
constexpr Ink ground{0xEFEF, 0xF3F3, 0xF7F7};
constexpr Ink ink{0x0F0F, 0x2222, 0x3333};
constexpr Ink soft{0x2929, 0x3C3C, 0x4C4C};
constexpr Ink head{0x0808, 0x2C2C, 0x4C4C};
constexpr Ink accent{0x0E0E, 0x6C6C, 0x8C8C};
constexpr Ink white{0xFFFF, 0xFFFF, 0xFFFF};

struct Look {
  int size;  // thousandths of the smaller side
  Ink ink;
  int above;  // blank above it, in the same measure
};

Look look_of(Style style) {
  switch (style) {
    case Style::title:
      return {110, ink, 0};
    case Style::words:
      return {40, ink, 28};
    case Style::staff:
      return {28, soft, 24};
    case Style::reason:
      return {26, ink, 24};
  }
  return {28, ink, 0};
}

}  // namespace

Box draw(Paper& paper, std::vector<Line> const& lines) {
  int const side = std::min(paper.width(), paper.height());
  auto const of = [side](int thousandths) { return side * thousandths / 1000; };
  paper.clear(ground);
  paper.fill({0, 0, paper.width(), of(60)}, head);
  int y = (paper.height() > paper.width() ? paper.height() / 5 : paper.height() / 9);
  bool for_staff = false;
  for (auto const& line : lines) {
    auto const look = look_of(line.style);
    if (line.style == Style::staff && !for_staff) {
      for_staff = true;
      y += of(70);
      paper.fill({paper.width() / 8, y - of(24), paper.width() * 3 / 4, std::max(1, of(2))}, soft);
    }
    y += of(look.above);
    for (auto const& part : paper.broken(line.text, of(look.size), paper.width() * 3 / 4)) {
      paper.write(part, of(look.size), y, look.ink);
      y += of(look.size) * 3 / 2;
    }
  }
  Box const key{(paper.width() - of(340)) / 2, y + of(40), of(340), of(96)};
  paper.fill(key, accent);
  paper.write(retry_word, of(40), key.y + of(20), white);
  paper.show();
  return key;
}

}  // namespace ce::notice
