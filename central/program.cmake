ce_program(ce-central
           SOURCES central/main.cpp central/command_line.cpp central/signals.cpp central/start.cpp
           USES shared/base shared/log central/settings central/store central/verification central/http
           LIBRARIES CLI11::CLI11 Threads::Threads)
