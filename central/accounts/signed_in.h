#pragma once

#include <string>

#include "central/accounts/role.h"
#include "central/registration/actor.h"

namespace ce::accounts {

/// Who a request comes from, as its session proves. A value; holds no secret but `csrf`.
struct SignedIn {
  std::string session;     // id of the session: the hash of its token
  std::string account;     // "acc-..."
  std::string login;       // what the person typed; for professionals a name that stands for the number
  std::string shown_name;  // for the page's head
  Role role = Role::professional;
  registration::Actor actor;  // what registration and review take
  std::string csrf;           // what every form of this session must carry
  bool must_change_password = false;
};

}  // namespace ce::accounts
