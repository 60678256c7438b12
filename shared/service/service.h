#pragma once

#include <chrono>
#include <optional>

namespace ce::service {

/// What a program tells the service manager that started it (sd_notify(3): NOTIFY_SOCKET in the environment).
/// Started by anybody else, every call does nothing. Any thread; what waits is only a manager
/// that does not read.

/// The program serves: with Type=notify the service counts as started from here.
void ready();
/// It ends by its own will; what follows is no failure.
void stopping();
/// It lives. The manager kills and starts it anew where it has not heard that for WatchdogSec=.
void alive();
/// How often alive() is wanted, a third of WatchdogSec=; nothing where nobody waits for it.
[[nodiscard]] std::optional<std::chrono::milliseconds> alive_every();

}  // namespace ce::service
