#pragma once

namespace ce::widgets {

/// Signs of Debian's fonts-material-design-icons-iconfont, by their code points there.
enum class Icon : char32_t {
  none = 0,
  home = 0xe88a,
  back = 0xe5c4,
  leave = 0xe9ba,
  check = 0xe5ca,
  check_circle = 0xe86c,
  info = 0xe88e,
  warning = 0xe002,
  error = 0xe000,
  cross_circle = 0xe5c9,
  card = 0xea67,
  print = 0xe8ad,
  sheet = 0xe873,
  medal = 0xe7af,
  verified = 0xe8e8,
  revoked = 0xf012,
  unknown = 0xe887,
  phone = 0xe0b0,
  erase = 0xe14a,
  previous = 0xe5cb,
  next = 0xe5cc,
  eye = 0xe8f4,
  elder = 0xf21a,
  contrast = 0xeb37,
  online = 0xe2bf,
  offline = 0xe2c1,
  dialpad = 0xe0bc,
  school = 0xe80c,
  clock = 0xe8b5,
  lock = 0xe897,
  search = 0xe8b6,
  retry = 0xe5d5,
  touch = 0xe913,
  person = 0xe7fd,
  hourglass = 0xe88b,
  waiting = 0xef64,
};

}  // namespace ce::widgets
